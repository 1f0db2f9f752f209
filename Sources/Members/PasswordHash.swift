import CryptoExtras
import Foundation
import GRDB
import Storage

/// What one hash costs: `rounds` is scrypt's N, `block` its r, `lanes` its p.
package struct ScryptCost: Sendable, Equatable {
    package let rounds: Int
    package let block: Int
    package let lanes: Int

    package init(rounds: Int, block: Int, lanes: Int) {
        self.rounds = rounds
        self.block = block
        self.lanes = lanes
    }

    /// 32 MiB and about 0.3 s a hash. Source: OWASP Password Storage Cheat Sheet, scrypt.
    package static let standard = ScryptCost(rounds: 1 << 15, block: 8, lanes: 3)
}

/// A scrypt hash with its cost and salt beside it, so that a later cost need not break earlier hashes.
struct PasswordHash: Sendable, Equatable {
    let cost: ScryptCost
    let salt: [UInt8]
    let digest: [UInt8]

    init(of password: String, salt: [UInt8], cost: ScryptCost) throws {
        self.cost = cost
        self.salt = salt
        digest = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
            blockSize: cost.block, parallelism: cost.lanes
        ).withUnsafeBytes(Array.init)
    }

    /// Compares in the same time wherever the difference lies.
    func matches(_ password: String) throws -> Bool {
        let other = try PasswordHash(of: password, salt: salt, cost: cost)
        return zip(digest, other.digest).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension PasswordHash: DatabaseValueConvertible {
    /// `scrypt:N:r:p:salt:digest`, the last two in base 32.
    var databaseValue: DatabaseValue {
        "scrypt:\(cost.rounds):\(cost.block):\(cost.lanes):\(Base32.encode(salt)):\(Base32.encode(digest))"
            .databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> PasswordHash? {
        guard let parts = String.fromDatabaseValue(value)?.split(separator: ":"), parts.count == 6,
            parts[0] == "scrypt",
            let rounds = Int(parts[1]), let block = Int(parts[2]), let lanes = Int(parts[3]),
            let salt = Base32.decode(parts[4]), let digest = Base32.decode(parts[5])
        else { return nil }
        return PasswordHash(cost: ScryptCost(rounds: rounds, block: block, lanes: lanes), salt: salt, digest: digest)
    }

    private init(cost: ScryptCost, salt: [UInt8], digest: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }
}
