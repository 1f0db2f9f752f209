import Foundation
import GRDB
package import Storage

extension Journal {
    /// Keeps a next step, from a reflection of the owner's or from none. The same `key` again keeps nothing new.
    ///
    /// - Parameter comment: what a peer said to that reflection and the step takes up: they are named if they agreed.
    /// - Returns: nil where the owner has no such reflection.
    package func keep(
        _ draft: Goal.Draft, from reflection: ID<Reflection>? = nil, takingUp comment: ID<Comment>? = nil,
        by owner: PersonID, key: SendingKey
    ) async throws -> ID<Goal>? {
        let (id, today) = (world.id(of: Goal.self), world.today)
        return try await database.write { db in
            if let reflection, try Door(to: reflection, for: owner, on: today, in: db)?.isOwners != true { return nil }
            try db.execute(
                sql: """
                    INSERT INTO goal (id, owner, sending, reflection, title, made, due, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'open') ON CONFLICT (owner, sending) DO NOTHING
                    """, arguments: [id, owner, key, reflection, draft.title, today, draft.due])
            let kept = try ID<Goal>.fetchOne(
                db, sql: "SELECT id FROM goal WHERE owner = ? AND sending = ?", arguments: [owner, key])
            try db.execute(
                sql: """
                    INSERT INTO comment_credit (goal, person) SELECT ?, author FROM comment
                    WHERE id = ? AND reflection = ? AND may_name = 1 AND author <> ?
                    ON CONFLICT (goal) DO NOTHING
                    """, arguments: [kept, comment, reflection, owner])
            return kept
        }
    }

    /// All of the owner's, the first to come back first.
    package func goals(of owner: PersonID) async throws -> [Goal] {
        try await database.read { db in try Goal.stored(of: owner, in: db) }
    }

    /// The goal a reflection of the owner's was begun from, and those that came from it.
    package func goals(around reflection: ID<Reflection>, of owner: PersonID) async throws -> [Goal] {
        try await database.read { db in try Goal.stored(of: owner, around: reflection, in: db) }
    }

    /// - Returns: nil where the owner has no such goal.
    package func goal(_ id: ID<Goal>, of owner: PersonID) async throws -> Goal? {
        try await database.read { db in try Goal.stored(of: owner, only: id, in: db).first }
    }

    /// How many of the owner's steps come back today or should have.
    package func countOfGoalsDue(of owner: PersonID) async throws -> Int {
        try await database.read { [today = world.today] db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM goal WHERE owner = ? AND due <= ? AND state = 'open'",
                arguments: [owner, today]) ?? 0
        }
    }

    /// Adds what became of a goal that is open. The same `key` again adds nothing.
    ///
    /// - Returns: false where the owner has no such goal, or it is closed.
    package func add(
        _ draft: CheckIn.Draft, to goal: ID<Goal>, by owner: PersonID, key: SendingKey
    ) async throws -> Bool {
        let (today, now) = (world.today, world.now())
        return try await database.write { db in
            let state = try String.fetchOne(
                db, sql: "SELECT state FROM goal WHERE id = ? AND owner = ?", arguments: [goal, owner])
            let isSaid =
                try Bool.fetchOne(
                    db, sql: "SELECT 1 FROM check_in WHERE goal = ? AND sending = ?", arguments: [goal, key]) ?? false
            if isSaid { return state != nil }
            guard state == "open" else { return false }
            try db.execute(
                sql: "INSERT INTO check_in (goal, sending, verdict, due, words, written) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [goal, key, draft.verdict.name, draft.verdict.due, draft.words, now])
            if let due = draft.verdict.due {
                try db.execute(sql: "UPDATE goal SET due = ? WHERE id = ?", arguments: [due, goal])
            } else {
                try db.execute(
                    sql: "UPDATE goal SET state = ?, closed = ? WHERE id = ?",
                    arguments: [draft.verdict.name, today, goal])
            }
            return true
        }
    }

    /// Begins the next cycle: a reflection with the goal's name, and what was said of it in its first stage. The same
    /// `key` again begins nothing new.
    ///
    /// - Returns: nil where the owner has no such goal.
    package func beginCycle(after goal: ID<Goal>, by owner: PersonID, key: SendingKey) async throws -> ID<Reflection>? {
        let (id, now) = (world.id(of: Reflection.self), world.now())
        return try await database.write { db in
            guard let goal = try Goal.stored(of: owner, only: goal, in: db).first else { return nil }
            let said = goal.checkIns.map(\.words).filter { !$0.isEmpty }.joined(separator: "\n\n")
            let draft = try Reflection.Draft(
                title: String(goal.title.unicodeScalars.prefix(Reflection.Draft.longestTitle)),
                words: ["learn": String(said.unicodeScalars.prefix(Reflection.Draft.longestStage))])
            let reflection =
                switch try draft.begin(id, by: owner, key: key, origin: nil, at: now, in: db) {
                case .saved(let reflection), .conflict(_, let reflection): reflection.id
                }
            try db.execute(
                sql: "INSERT INTO next_cycle (reflection, goal) VALUES (?, ?) ON CONFLICT (reflection) DO NOTHING",
                arguments: [reflection, goal.id])
            return reflection
        }
    }

    /// - Returns: false where the owner has no such goal.
    package func erase(goal: ID<Goal>, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM goal WHERE id = ? AND owner = ?", arguments: [goal, owner])
            return db.changesCount > 0
        }
    }
}

extension CheckIn.Verdict {
    fileprivate var name: String {
        switch self {
        case .done: "done"
        case .letGo: "let go"
        case .notYet: "not yet"
        }
    }

    fileprivate var due: Day? { if case .notYet(let day) = self { day } else { nil } }
}
