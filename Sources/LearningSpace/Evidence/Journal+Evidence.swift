import Containers
import Foundation
import GRDB
package import Storage

extension Journal {
    /// Begins to take a file in. Whoever began it ends it with `add` or `giveUp`.
    ///
    /// - Throws: `Invalid` where the owner can keep no more.
    package func receive(by owner: PersonID) async throws -> ArrivingFile<Evidence> {
        let (id, now, limits) = (world.id(of: Evidence.self), world.now(), limits)
        // Known before it is there, so that a crash leaves nothing that nobody knows of.
        try await database.write { db in
            try Evidence.Use(of: owner, in: db).check(adding: 1, limits)
            try db.execute(sql: "INSERT INTO arriving_file (id, since) VALUES (?, ?)", arguments: [id, now])
        }
        return try ArrivingFile(id, at: evidence.arriving(id), upTo: limits.bytesOfFile)
    }

    /// Keeps a file that has arrived. The same `key` again keeps nothing new.
    ///
    /// - Returns: nil where the owner has no such place.
    /// - Throws: `Invalid` with a sentence where the file cannot be kept; nothing is left of it then.
    package func add(
        _ arrived: ArrivingFile<Evidence>, _ draft: Evidence.Draft, at place: Evidence.Place?, by owner: PersonID,
        key: SendingKey
    ) async throws -> ID<Evidence>? {
        do {
            let settled = try await onOwnThread { [evidence] in
                try arrived.end()
                return try evidence.settle(arrived.id)
            }
            let (now, limits) = (world.now(), limits)
            let kept = try await database.write { db -> ID<Evidence>? in
                if let place, try !place.isOf(owner, in: db) { return nil }
                let known = try ID<Evidence>.fetchOne(
                    db, sql: "SELECT id FROM evidence WHERE owner = ? AND sending = ?", arguments: [owner, key])
                if let known { return known }
                try Evidence.Use(of: owner, in: db).check(adding: settled.bytes, limits)
                try db.execute(sql: "DELETE FROM arriving_file WHERE id = ?", arguments: [arrived.id])
                // Given up by the clock meanwhile: its bytes are gone, or will be.
                guard db.changesCount > 0 else { throw Invalid.tookTooLong }
                try db.execute(
                    sql: """
                        INSERT INTO evidence (id, owner, sending, name, about, kind, bytes, hash, added)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        arrived.id, owner, key, settled.kind.named(draft.name), draft.about, settled.kind.rawValue,
                        settled.bytes, settled.hash, now,
                    ])
                try place?.put(arrived.id, in: db)
                return arrived.id
            }
            if kept != arrived.id { try await giveUp(arrived) }
            return kept
        } catch {
            try await giveUp(arrived)
            throw Invalid(ofFile: error) ?? error
        }
    }

    /// Leaves nothing of a file that is not to be kept.
    package func giveUp(_ arrived: ArrivingFile<Evidence>) async throws {
        try await onOwnThread { [evidence] in try evidence.remove([arrived.id]) }
        try await database.write { db in
            try db.execute(sql: "DELETE FROM arriving_file WHERE id = ?", arguments: [arrived.id])
        }
    }

    /// - Returns: false where the owner has no such file.
    package func erase(file id: ID<Evidence>, by owner: PersonID) async throws -> Bool {
        let isGone = try await database.write { db in
            try db.execute(sql: "DELETE FROM evidence WHERE id = ? AND owner = ?", arguments: [id, owner])
            return db.changesCount > 0
        }
        if isGone { try await onOwnThread { [evidence] in try evidence.remove([id]) } }
        return isGone
    }

    /// Removes what a crash left of files: those that nobody knows of, those that were arriving when the program stopped,
    /// and those that have been arriving for an hour.
    package func sweepEvidence() async throws {
        let late = max(opened, world.now() - 3_600)
        let given = try await database.write { db in
            try ID<Evidence>.fetchAll(
                db, sql: "DELETE FROM arriving_file WHERE since < ? RETURNING id", arguments: [late])
        }
        // Looked for first: what comes meanwhile is known before it is there.
        let names = try evidence.names()
        let known = try await database.read { db in
            let arriving = try ID<Evidence>.fetchSet(db, sql: "SELECT id FROM arriving_file")
            let kept = try ID<Evidence>.fetchSet(db, sql: "SELECT id FROM evidence")
            return Set(arriving.map { $0.description + ".part" } + (arriving.union(kept)).map(\.description))
        }
        try await onOwnThread { [evidence] in
            try evidence.remove(given)
            for name in names where !known.contains(name) { try? evidence.remove(named: name) }
        }
    }
}

extension Evidence.Use {
    /// - Throws: `Invalid` where there is no room for a file of so many bytes.
    func check(adding more: Int, _ limits: EvidenceLimits) throws(Invalid) {
        guard files < limits.filesOfMember else {
            throw Invalid("file", "You keep \(files) files already: delete one that you no longer need.")
        }
        let left = max(0, limits.bytesOfMember - bytes)
        guard more <= left else {
            throw Invalid(
                "file",
                "The file takes \(more.inMegabytes), and \(left.inMegabytes) of your \(limits.bytesOfMember.inMegabytes) are left: delete files that you no longer need."
            )
        }
    }
}
