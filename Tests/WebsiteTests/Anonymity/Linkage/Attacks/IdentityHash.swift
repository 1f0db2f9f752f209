import Crypto
import Foundation
import GRDB
import Storage

/// Looks for an id, a name or an address, plain or hashed with what is known of the question, in every row that belongs
/// to it: as 47,000 askers of a forum of economists were found by the hash of their address.
struct IdentityHash: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        let rows = RowsOfQuestions(evidence.targets)
        let topics = Set(evidence.targets.map(\.topic)).sorted()
        let months = Set(evidence.targets.map(\.month.description)).sorted()
        let digests = Self.digests(evidence.suspects, salts: [""] + topics + months)
        var found = [Set<Int>](repeating: [], count: evidence.targets.count)
        for snapshot in evidence.snapshots {
            for table in try Dump(snapshot).tables() where table.file == "questions.sqlite" {
                for row in table.rows {
                    guard let question = rows.question(of: row) else { continue }
                    for (_, value) in row {
                        guard let bytes = Self.bytes(value), bytes.count >= 4, !rows.isKey(bytes) else { continue }
                        if let suspect = digests[bytes.prefix(4)] { found[question].insert(suspect) }
                    }
                }
            }
        }
        return found.map(evidence.weights)
    }

    /// By their first four bytes: a shortened hash names the member as well.
    private static func digests(_ suspects: [Evidence.Suspect], salts: [String]) -> [Data: Int] {
        var digests: [Data: Int] = [:]
        for (index, suspect) in suspects.enumerated() {
            let identities = [suspect.id] + [suspect.email, suspect.name, suspect.network].map { Data($0.utf8) }
            for identity in identities {
                digests[identity.prefix(4)] = index
                for salt in salts.map({ Data($0.utf8) }) {
                    for message in [identity + salt, salt + identity] {
                        digests[Data(SHA256.hash(data: message)).prefix(4)] = index
                        digests[Data(Insecure.SHA1.hash(data: message)).prefix(4)] = index
                        digests[Data(Insecure.MD5.hash(data: message)).prefix(4)] = index
                    }
                }
            }
        }
        return digests
    }

    /// Of a blob, or of a text in hexadecimal.
    private static func bytes(_ value: DatabaseValue) -> Data? {
        switch value.storage {
        case .blob(let bytes): return bytes
        case .string(let text) where text.utf8.count % 2 == 0 && text.utf8.count <= 128:
            let digits = Array(text)
            let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
            return bytes.contains(nil) ? nil : Data(bytes.compactMap(\.self))
        default: return nil
        }
    }
}
