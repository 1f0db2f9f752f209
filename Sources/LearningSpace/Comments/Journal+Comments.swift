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
            // What the owner begins is for their readers.
            let isOwn = reading.reflection.owner == author
            try db.execute(
                sql: """
                    INSERT INTO comment (id, reflection, parent, stage, sending, author, body, written, kind,
                        author_shows, owner_shows, may_name)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, reflection, place.parent, place.stage, key, author, draft.body, now,
                    place.parent == nil ? draft.kind?.rawValue : nil, draft.isForReaders || isOwn, isOwn, draft.mayName,
                ])
            try id.tell(in: db)
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

extension Journal {
    /// Changes a comment for its author, within ten minutes and before anybody answers.
    ///
    /// - Returns: false where there is nothing this person may change (any more).
    package func edit(_ comment: ID<Comment>, to draft: Comment.Draft, by author: PersonID) async throws -> Bool {
        let now = world.now()
        return try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE comment SET body = ?, edited = ?
                    WHERE id = ? AND author = ? AND written > ?
                        AND NOT EXISTS (
                            SELECT 1 FROM comment AS reply
                            WHERE reply.reflection = comment.reflection AND reply.parent = comment.id)
                    """,
                arguments: [draft.body, now, comment, author, now - Comment.secondsToEdit])
            return db.changesCount > 0
        }
    }

    /// Says that every reader of the place may see a thread, or no longer. It is seen once its author and the owner of
    /// the reflection both say so; once somebody else has spoken in it, neither takes that back.
    ///
    /// - Parameter first: the comment the thread begins with.
    /// - Returns: false where this person has no say, or none any more.
    package func show(_ first: ID<Comment>, _ isShown: Bool, by person: PersonID) async throws -> Bool {
        try await database.write { db in
            let reflection = try ID<Reflection>.fetchOne(
                db, sql: "SELECT reflection FROM comment WHERE id = ? AND parent IS NULL", arguments: [first])
            guard let reflection else { return false }
            let stored = try Reflection.stored(reflection, in: db)
            let threads = try CommentThread.stored(on: stored, in: db)
            guard let showing = threads.first(where: { $0.comments.first?.id == first })?.showing,
                let author = showing.author, author != stored.owner, person == author || person == stored.owner,
                isShown || !(showing.isShown && showing.hasOthers)
            else { return false }
            let column = person == author ? "author_shows" : "owner_shows"
            try db.execute(sql: "UPDATE comment SET \(column) = ? WHERE id = ?", arguments: [isShown, first])
            return true
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
