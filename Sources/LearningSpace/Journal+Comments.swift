import Foundation
import GRDB
package import Storage

extension Journal {
    /// Says something to a reflection. The same `key` again says nothing new.
    ///
    /// - Returns: nil where the author cannot see the reflection, or the place is not there.
    package func comment(
        _ draft: Comment.Draft, on reflection: ID<Reflection>, at place: Comment.Place = .reflection,
        by author: PersonID, key: SendingKey
    ) async throws -> ID<Comment>? {
        let (id, today, now) = (world.id(of: Comment.self), world.today, world.now())
        return try await database.write { db in
            guard try Door(to: reflection, for: author, on: today, in: db) != nil,
                try place.isThere(on: reflection, in: db)
            else { return nil }
            let said = try ID<Comment>.fetchOne(
                db, sql: "SELECT id FROM comment WHERE reflection = ? AND sending = ?", arguments: [reflection, key])
            if let said { return said }
            try db.execute(
                sql: """
                    INSERT INTO comment (id, reflection, parent, stage, sending, author, body, written)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, reflection, place.parent, place.stage, key, author, draft.body, now])
            return id
        }
    }

    /// Takes a comment away, leaving a tombstone: for its author, even where the share has ended, and for the owner of
    /// the reflection.
    ///
    /// - Returns: false where there is nothing this person may remove.
    package func remove(_ comment: ID<Comment>, by person: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE comment
                    SET removed_by = CASE WHEN author = :person THEN 'author' ELSE 'owner' END,
                        author = NULL, body = NULL
                    WHERE id = :comment AND removed_by IS NULL
                        AND (author = :person OR reflection IN (SELECT id FROM reflection WHERE owner = :person))
                    """,
                arguments: ["comment": comment, "person": person])
            return db.changesCount > 0
        }
    }
}

extension Comment.Place {
    fileprivate var parent: ID<Comment>? { if case .reply(let comment) = self { comment } else { nil } }
    fileprivate var stage: String? { if case .stage(let name) = self { name } else { nil } }

    fileprivate func isThere(on reflection: ID<Reflection>, in db: Database) throws -> Bool {
        switch self {
        case .reflection: true
        case .stage(let name):
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM stage WHERE reflection = ? AND name = ?", arguments: [reflection, name])
                ?? false
        case .reply(let comment):
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM comment WHERE reflection = ? AND id = ?", arguments: [reflection, comment])
                ?? false
        }
    }
}
