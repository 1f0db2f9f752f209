import Containers
import Foundation
import GRDB
import Storage

/// What is to be taken in, with its files as far as they are here.
struct Arrivals: Sendable {
    enum Bytes: Sendable {
        /// In the archive, and not looked at.
        case promised
        /// Complete, under an id that waits for its row.
        case settled(ID<Evidence>, Settled)
        /// Left out, and said so.
        case refused
    }
    let file: SpaceFile
    /// A sentence for each thing that is left out.
    var refused: [String] = []
    /// By the file's number.
    var bytes: [Int: Bytes] = [:]
}

extension Importing {
    /// The id here of each file, by its number.
    func files(_ arrivals: Arrivals, _ done: inout Imported) throws -> [Int: ID<Evidence>] {
        var here = Self.here(try Evidence.stored("owner = ?", [owner], in: db))
        var ids: [Int: ID<Evidence>] = [:]
        for item in arrivals.file.files {
            if let hash = item.hash, let id = here[Key(hash: hash, name: item.name)] {
                ids[item.number] = id
                done.alreadyHere += 1
                continue
            }
            switch arrivals.bytes[item.number] {
            case .promised: done.added += 1
            case .refused: break
            case nil: done.refused.append("The file “\(item.name.prefix(60))” is not in the archive.")
            case .settled(let id, let settled):
                let draft = try Evidence.Draft(name: item.name, about: item.about)
                let key = Key(hash: settled.hash.hexadecimal, name: settled.kind.named(draft.name))
                if let known = here[key] {
                    ids[item.number] = known
                    done.alreadyHere += 1
                } else {
                    let added = Stamp.date(item.added) ?? world.now()
                    try insert(id, settled, draft, added: added)
                    (ids[item.number], here[key]) = (id, id)
                    done.added += 1
                }
            }
        }
        return ids
    }

    private func insert(_ id: ID<Evidence>, _ settled: Settled, _ draft: Evidence.Draft, added: Date) throws {
        try db.execute(sql: "DELETE FROM arriving_file WHERE id = ?", arguments: [id])
        guard db.changesCount > 0 else { throw Invalid.tookTooLong }
        try db.execute(
            sql: """
                INSERT INTO evidence (id, owner, sending, name, about, kind, bytes, hash, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, owner, world.id(of: Sending.self), settled.kind.named(draft.name), draft.about,
                settled.kind.rawValue, settled.bytes, settled.hash, added,
            ])
    }

    struct Key: Hashable {
        let hash: String
        let name: String
    }

    static func here(_ stored: [Evidence]) -> [Key: ID<Evidence>] {
        Dictionary(
            stored.map { (Key(hash: $0.hash.hexadecimal, name: $0.name), $0.id) },
            uniquingKeysWith: { first, _ in first })
    }
}
