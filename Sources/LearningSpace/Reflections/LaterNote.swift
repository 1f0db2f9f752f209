package import Foundation
import GRDB
package import Storage

/// What somebody sees in a reflection of theirs later, perhaps a year on. It is added and changes nothing that stands;
/// nobody else reads it.
package struct LaterNote: Hashable, Sendable {
    package let id: ID<LaterNote>
    package let words: String
    package let written: Date

    package struct Draft: Hashable, Sendable {
        package static let longest = 4_000
        package let words: String

        package init(_ typed: String) throws(Invalid) {
            words = PlainText.cleaned(typed)
            guard !words.isEmpty else { throw Invalid("note", "Write what you see in it now.") }
            if let wrong = Invalid.tooLong("note", "Your note", words, limit: Self.longest) { throw wrong }
        }
    }
}

extension Journal {
    /// - Returns: false where the owner has no such reflection. The same `key` again adds nothing.
    package func add(
        _ draft: LaterNote.Draft, to id: ID<Reflection>, by owner: PersonID, key: SendingKey
    ) async throws -> Bool {
        let (note, today, now) = (world.id(of: LaterNote.self), world.today, world.now())
        return try await database.write { db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return false }
            try db.execute(
                sql: """
                    INSERT INTO later_note (id, reflection, sending, words, written) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (reflection, sending) DO NOTHING
                    """, arguments: [note, id, key, draft.words, now])
            try id.index(in: db)
            return true
        }
    }

    /// - Returns: false where the owner has no such note.
    package func erase(_ note: ID<LaterNote>, of id: ID<Reflection>, by owner: PersonID) async throws -> Bool {
        try await database.write { [today = world.today] db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return false }
            try db.execute(sql: "DELETE FROM later_note WHERE id = ? AND reflection = ?", arguments: [note, id])
            guard db.changesCount > 0 else { return false }
            try id.index(in: db)
            return true
        }
    }
}

extension LaterNote {
    /// The oldest first.
    static func stored(on reflection: ID<Reflection>, in db: Database) throws -> [LaterNote] {
        try Row.fetchAll(
            db, sql: "SELECT id, words, written FROM later_note WHERE reflection = ? ORDER BY written, id",
            arguments: [reflection]
        ).map { LaterNote(id: $0["id"], words: $0["words"], written: $0["written"]) }
    }
}
