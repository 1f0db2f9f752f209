import Foundation
import GRDB
package import Storage

extension Journal {
    /// Records an activity. The same `key` again records nothing new.
    package func record(_ draft: Activity.Draft, by owner: PersonID, key: SendingKey) async throws -> ID<Activity> {
        let id = world.id(of: Activity.self)
        return try await database.write { db in
            let recorded = try ID<Activity>.fetchOne(
                db, sql: "SELECT id FROM activity WHERE owner = ? AND sending = ?", arguments: [owner, key])
            if let recorded { return recorded }
            try draft.insert(id, by: owner, key: key, in: db)
            return id
        }
    }

    /// Keeps what was typed over `version`. Sending what is stored already is no conflict.
    ///
    /// - Returns: nil where the owner has no such activity.
    package func save(
        _ draft: Activity.Draft, of id: ID<Activity>, by owner: PersonID, over version: Int
    ) async throws -> ActivitySaving? {
        try await database.write { db in
            guard let stored = try Activity.stored(of: owner, only: id, in: db).first else { return nil }
            if stored.draft == draft { return .saved(id) }
            guard stored.version == version else { return .conflict(stored: stored) }
            try db.execute(
                sql: """
                    UPDATE activity SET title = ?, kind = ?, first_day = ?, last_day = ?, amount = ?, unit = ?,
                        about = ?, outcome = ?, provider = ?, is_ethics = ?, version = version + 1
                    WHERE id = ?
                    """, arguments: draft.values + [id])
            try draft.match(id, of: owner, in: db)
            return .saved(id)
        }
    }

    /// All of the owner's, the latest first; those of one calendar year where it is named.
    package func activities(of owner: PersonID, in year: Int? = nil) async throws -> [Activity] {
        try await database.read { db in try Activity.stored(of: owner, in: year, db) }
    }

    /// - Returns: nil where the owner has no such activity.
    package func activity(_ id: ID<Activity>, of owner: PersonID) async throws -> Activity? {
        try await database.read { db in try Activity.stored(of: owner, only: id, in: db).first }
    }

    /// The activity a reflection of the owner's was begun from.
    package func activity(reflectedOnBy reflection: ID<Reflection>, of owner: PersonID) async throws -> Activity? {
        try await database.read { db in
            let id = try ID<Activity>.fetchOne(
                db, sql: "SELECT activity FROM reflects_on WHERE reflection = ?", arguments: [reflection])
            return try id.flatMap { try Activity.stored(of: owner, only: $0, in: db).first }
        }
    }

    /// The calendar years in which the owner did something, the latest first.
    package func yearsOfActivity(of owner: PersonID) async throws -> [Int] {
        try await database.read { db in
            let spans = try Row.fetchAll(
                db,
                sql:
                    "SELECT DISTINCT substr(first_day, 1, 4) AS a, substr(last_day, 1, 4) AS b FROM activity WHERE owner = ?",
                arguments: [owner])
            let years = spans.flatMap { row -> [Int] in
                guard let first = Int(row["a"] as String), let last = Int(row["b"] as String) else { return [] }
                return Array(first...last)
            }
            return Set(years).sorted(by: >)
        }
    }

    /// The days of a calendar year on which the owner saved a reflection last, one for each reflection.
    package func daysOfReflection(of owner: PersonID, in year: Int) async throws -> [Day] {
        try await database.read { db in
            try Day.fetchAll(
                db,
                sql: """
                    SELECT substr(saved, 1, 10) FROM reflection
                    WHERE owner = ? AND saved >= ? AND saved < ? ORDER BY saved
                    """, arguments: [owner, "\(year)-01-01", "\(year + 1)-01-01"])
        }
    }

    /// Begins a reflection on an activity, with its title. The same `key` again begins nothing new.
    ///
    /// - Returns: nil where the owner has no such activity.
    package func beginReflection(
        on activity: ID<Activity>, by owner: PersonID, key: SendingKey
    ) async throws -> ID<Reflection>? {
        let (id, now) = (world.id(of: Reflection.self), world.now())
        return try await database.write { db in
            guard let stored = try Activity.stored(of: owner, only: activity, in: db).first else { return nil }
            let draft = try Reflection.Draft(title: stored.draft.title, words: [:])
            let begun =
                switch try draft.begin(id, by: owner, key: key, origin: nil, at: now, in: db) {
                case .saved(let reflection), .conflict(_, let reflection): reflection.id
                }
            try db.execute(
                sql: "INSERT INTO reflects_on (reflection, activity) VALUES (?, ?) ON CONFLICT (reflection) DO NOTHING",
                arguments: [begun, activity])
            return begun
        }
    }

    /// - Returns: false where the owner has no such activity.
    package func erase(activity: ID<Activity>, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM activity WHERE id = ? AND owner = ?", arguments: [activity, owner])
            return db.changesCount > 0
        }
    }
}

extension Activity.Draft {
    func insert(
        _ id: ID<Activity>, by owner: PersonID, key: SendingKey, statedBy: String = "", in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO activity (id, owner, sending, title, kind, first_day, last_day, amount, unit, about,
                    outcome, provider, is_ethics, stated_by, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """, arguments: [id, owner, key] + values + [statedBy])
        try match(id, of: owner, in: db)
    }

    fileprivate var values: StatementArguments {
        [
            title, kind.rawValue, first, last, amount?.hundredths, amount?.unit.rawValue, about, outcome, provider,
            isEthics,
        ]
    }

    /// Matches an activity to those responsibilities that are its owner's; any other is passed over.
    fileprivate func match(_ activity: ID<Activity>, of owner: PersonID, in db: Database) throws {
        try db.execute(sql: "DELETE FROM supports WHERE activity = ?", arguments: [activity])
        for responsibility in responsibilities {
            try db.execute(
                sql: """
                    INSERT INTO supports (activity, responsibility)
                    SELECT ?, id FROM responsibility WHERE id = ? AND owner = ? ON CONFLICT DO NOTHING
                    """, arguments: [activity, responsibility, owner])
        }
    }
}
