import Foundation
import GRDB
package import Storage

/// What became of a text that was sent to be kept.
package enum Saving: Hashable, Sendable {
    case saved(Reflection)
    /// Not kept, for a newer version is stored, saved from another window: both texts, so that nothing typed is lost.
    /// To settle it, save what the person makes of them over `stored.version`.
    case conflict(yours: Reflection.Draft, stored: Reflection)
}

extension Journal {
    /// The first save of a new reflection. The same `key` again begins nothing new.
    ///
    /// - Parameter number: of what was kept unsaved under the key and is saved by this.
    package func begin(
        _ draft: Reflection.Draft, by owner: PersonID, key: SendingKey, origin: Reflection.Origin? = nil,
        settling number: Int = 0
    ) async throws -> Saving {
        let id = world.id(of: Reflection.self)
        let now = world.now()
        return try await database.write { db in
            let saving = try draft.begin(id, by: owner, key: key, origin: origin, at: now, in: db)
            if case .saved = saving { try Unsaved.Subject.new(key).forget(of: owner, upTo: number, in: db) }
            return saving
        }
    }

    /// Keeps what was typed over `version`. Sending the text that is already stored is no conflict.
    ///
    /// - Parameter number: of what was kept unsaved and is saved by this; what another window kept since stays.
    /// - Returns: nil where the owner has no such reflection (any more).
    package func save(
        _ draft: Reflection.Draft, of id: ID<Reflection>, by owner: PersonID, over version: Int,
        settling number: Int = 0
    ) async throws -> Saving? {
        let (today, now) = (world.today, world.now())
        return try await database.write { db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return nil }
            let stored = try Reflection.stored(id, in: db)
            guard stored.holds(draft) || (stored.version == version && stored.model == draft.model) else {
                return .conflict(yours: draft, stored: stored)
            }
            try Unsaved.Subject.reflection(id).forget(of: owner, upTo: number, in: db)
            if stored.holds(draft) { return .saved(stored) }
            try stored.keepAsRevision(before: draft, in: db)
            try db.execute(
                sql: "UPDATE reflection SET title = ?, version = version + 1, saved = ? WHERE id = ?",
                arguments: [draft.title, now, id])
            for stage in draft.stages {
                try db.execute(
                    sql: "UPDATE stage SET words = ? WHERE reflection = ? AND name = ?",
                    arguments: [stage.words, id, stage.asks.name])
            }
            try draft.tags.store(of: id, in: db)
            try id.index(in: db)
            return .saved(try Reflection.stored(id, in: db))
        }
    }

    /// Deletes a reflection with its shares and everything said about it.
    ///
    /// - Returns: false where the owner has no such reflection.
    package func erase(_ id: ID<Reflection>, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM reflection WHERE id = ? AND owner = ?", arguments: [id, owner])
            return db.changesCount > 0
        }
    }

    /// Everything of someone who leaves: their reflections, goals and files, what they said elsewhere, and what was shared with them by
    /// name. Again does nothing. Where they commented on others' reflections a tombstone stays, without words or name.
    package func erase(everythingOf person: PersonID) async throws {
        let files = try await database.write { db in
            try db.execute(sql: "DELETE FROM reflection WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM unsaved WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM goal WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM activity WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM responsibility WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM comment_credit WHERE person = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM muted WHERE member = ?1 OR person = ?1", arguments: [person])
            try db.execute(sql: "DELETE FROM news WHERE member = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM statement_file WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM statement_reading WHERE owner = ?", arguments: [person])
            try db.execute(sql: "DELETE FROM share WHERE member = ?", arguments: [person])
            for group in try ID<Group>.fetchAll(
                db, sql: "SELECT peer_group FROM group_member WHERE person = ?", arguments: [person])
            {
                _ = try group.takeOut(person, in: db)
            }
            try db.execute(
                sql: "UPDATE comment SET author = NULL, body = NULL, removed_by = ? WHERE author = ?",
                arguments: [Comment.Remover.author.rawValue, person])
            return try ID<Evidence>.fetchAll(
                db, sql: "DELETE FROM evidence WHERE owner = ? RETURNING id", arguments: [person])
        }
        try await onOwnThread { [evidence] in try evidence.remove(files) }
        try await removeParcels(of: person)
    }
}

extension Reflection.Draft {
    /// Stores it as a new reflection, unless `key` began one already.
    func begin(
        _ id: ID<Reflection>, by owner: PersonID, key: SendingKey, origin: Reflection.Origin?, at now: Date,
        in db: Database
    ) throws -> Saving {
        let begun = try ID<Reflection>.fetchOne(
            db, sql: "SELECT id FROM reflection WHERE owner = ? AND sending = ?", arguments: [owner, key])
        if let begun {
            let stored = try Reflection.stored(begun, in: db)
            return stored.holds(self) ? .saved(stored) : .conflict(yours: self, stored: stored)
        }
        try db.execute(
            sql: """
                INSERT INTO reflection
                    (id, owner, sending, model, title, origin_title, origin_path, version, begun, saved)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [id, owner, key, model.name, title, origin?.title, origin?.path, now, now])
        for stage in stages {
            try db.execute(
                sql: "INSERT INTO stage (reflection, name, words) VALUES (?, ?, ?)",
                arguments: [id, stage.asks.name, stage.words])
        }
        try tags.store(of: id, in: db)
        try id.index(in: db)
        return .saved(try Reflection.stored(id, in: db))
    }
}
