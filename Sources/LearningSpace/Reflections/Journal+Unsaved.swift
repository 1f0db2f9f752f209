import Foundation
import GRDB
package import Storage

extension Journal {
    /// Keeps what was typed over `version`. It is no save: nothing that is stored changes.
    ///
    /// What is empty, and what says the same as is stored, is forgotten instead.
    /// - Parameter number: of what was kept before and typed over; 0 where nothing was.
    /// - Returns: nil where the owner has no such reflection.
    package func keep(
        _ typed: Unsaved.Typed, model: ReflectionModel, over version: Int, number: Int, of subject: Unsaved.Subject,
        by owner: PersonID
    ) async throws -> Unsaved.Keeping? {
        guard typed.bytes <= Unsaved.mostBytes else { return .tooLong }
        let (today, now) = (world.today, world.now())
        return try await database.write { db in
            let subject = try subject.begun(by: owner, in: db)
            if case .reflection(let id) = subject,
                try Door(to: id, for: owner, on: today, in: db)?.isOwners != true
            {
                return nil
            }
            let stored = try subject.reflection.map { try Reflection.stored($0, in: db) }
            let isBehind = stored.map { $0.version != version } ?? false
            let before = try Unsaved.stored(subject, of: owner, in: db)
            if let before, before.typed == typed { return .kept(number: before.number, isBehind: isBehind) }
            guard before == nil || before?.number == number else { return .keptElsewhere }
            try subject.forget(of: owner, in: db)
            guard !typed.isEmpty, stored.map(typed.says) != true else { return .kept(number: number, isBehind: false) }
            let others = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM unsaved WHERE owner = ? AND reflection IS NULL", arguments: [owner])
            guard stored != nil || others ?? 0 < Unsaved.most else { return .tooMany }
            let unsaved = Unsaved(
                subject: subject, version: version, number: number + 1, model: stored?.model ?? model, typed: typed,
                kept: now)
            try unsaved.store(of: owner, in: db)
            return .kept(number: unsaved.number, isBehind: isBehind)
        }
    }

    package func unsaved(_ subject: Unsaved.Subject, of owner: PersonID) async throws -> Unsaved? {
        try await database.read { db in try Unsaved.stored(subject, of: owner, in: db) }
    }

    /// What the owner began to write and never saved, the last typed first.
    package func unsavedBeginnings(of owner: PersonID) async throws -> [Unsaved] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM unsaved WHERE owner = ? AND reflection IS NULL ORDER BY typed DESC, subject",
                arguments: [owner]
            ).map { try Unsaved($0, in: db) }
        }
    }

    /// - Returns: false where there is nothing.
    package func forgetUnsaved(_ subject: Unsaved.Subject, of owner: PersonID) async throws -> Bool {
        try await database.write { db in
            try subject.forget(of: owner, in: db)
            return db.changesCount > 0
        }
    }

    /// The reflection that was begun under a key.
    package func reflection(begunUnder key: SendingKey, by owner: PersonID) async throws -> ID<Reflection>? {
        try await database.read { db in try Unsaved.Subject.new(key).begun(by: owner, in: db).reflection }
    }
}

extension Unsaved.Subject {
    /// In the transaction that saves it: what another window kept since stays.
    func forget(of owner: PersonID, upTo number: Int = .max, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM unsaved WHERE owner = ? AND subject = ? AND number <= ?",
            arguments: [owner, id, number])
    }

    fileprivate var id: DatabaseValue {
        switch self {
        case .reflection(let id): id.databaseValue
        case .new(let key): key.databaseValue
        }
    }

    fileprivate var reflection: ID<Reflection>? { if case .reflection(let id) = self { id } else { nil } }

    /// A window that began a reflection, went back and types on, types over what it began.
    fileprivate func begun(by owner: PersonID, in db: Database) throws -> Self {
        guard case .new(let key) = self else { return self }
        let id = try ID<Reflection>.fetchOne(
            db, sql: "SELECT id FROM reflection WHERE owner = ? AND sending = ?", arguments: [owner, key])
        return id.map(Self.reflection) ?? self
    }
}

extension Unsaved {
    fileprivate static func stored(_ subject: Subject, of owner: PersonID, in db: Database) throws -> Unsaved? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM unsaved WHERE owner = ? AND subject = ?", arguments: [owner, subject.id]
        ).map { try Unsaved($0, in: db) }
    }

    init(_ row: Row, in db: Database) throws {
        let reflection: ID<Reflection>? = row["reflection"]
        let words = try Row.fetchAll(
            db, sql: "SELECT name, words FROM unsaved_stage WHERE owner = ? AND subject = ?",
            arguments: [row["owner"] as PersonID, row["subject"] as SendingKey])
        self.init(
            subject: reflection.map(Subject.reflection) ?? .new(row["subject"]), version: row["version"],
            number: row["number"], model: try ReflectionModel.named(row["model"]),
            typed: Typed(
                title: row["title"], tags: row["tags"],
                words: words.reduce(into: [:]) { words, row in words[row["name"]] = row["words"] }),
            kept: row["typed"])
    }

    /// Where nothing of this subject is kept yet.
    func store(of owner: PersonID, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO unsaved (owner, subject, reflection, model, version, number, title, tags, typed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                owner, subject.id, subject.reflection, model.name, version, number, typed.title, typed.tags, kept,
            ])
        for stage in model.stages {
            guard let words = typed.words[stage.name] else { continue }
            try db.execute(
                sql: "INSERT INTO unsaved_stage VALUES (?, ?, ?, ?)",
                arguments: [owner, subject.id, stage.name, words])
        }
    }
}
