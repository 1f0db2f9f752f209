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
            let reading = try Reading.stored(reflection, for: .person(author), by: author, on: today, in: db)
            guard let reading, reading.has(place) else { return nil }
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
}

extension Reading {
    /// Whether the reader can see what would be spoken to.
    fileprivate func has(_ place: Comment.Place) -> Bool {
        switch place {
        case .reflection: isWhole
        case .stage(let name): reflection.stages.contains { $0.asks.name == name }
        case .reply(let comment): threads.contains { $0.comments.contains { $0.id == comment } }
        }
    }
}
