import Foundation
import GRDB
import Storage

extension Goal {
    /// All of the owner's, the first to come back first.
    static func stored(of owner: PersonID, in db: Database) throws -> [Goal] {
        try stored("goal.owner = :owner", ["owner": owner], db)
    }

    /// One of the owner's, if it is theirs.
    static func stored(of owner: PersonID, only goal: ID<Goal>, in db: Database) throws -> [Goal] {
        try stored("goal.owner = :owner AND goal.id = :only", ["owner": owner, "only": goal], db)
    }

    /// The owner's before and after a reflection.
    static func stored(of owner: PersonID, around reflection: ID<Reflection>, in db: Database) throws -> [Goal] {
        let isAround = """
            goal.id IN (
                SELECT id FROM goal WHERE reflection = :around
                UNION SELECT goal FROM next_cycle WHERE reflection = :around)
            """
        return try stored("goal.owner = :owner AND \(isAround)", ["owner": owner, "around": reflection], db)
    }

    /// These of the owner's, in this order.
    static func stored(of owner: PersonID, these goals: [ID<Goal>], in db: Database) throws -> [Goal] {
        guard !goals.isEmpty else { return [] }
        let marks = goals.indices.map { ":g\($0)" }.joined(separator: ", ")
        var arguments: [String: (any DatabaseValueConvertible)?] = ["owner": owner]
        for (place, goal) in goals.enumerated() { arguments["g\(place)"] = goal }
        let found = try stored(
            "goal.owner = :owner AND goal.id IN (\(marks))", StatementArguments(arguments), db)
        let places = Dictionary(zip(goals, goals.indices), uniquingKeysWith: { first, _ in first })
        return found.sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
    }

    private static func stored(_ isAsked: String, _ arguments: StatementArguments, _ db: Database) throws -> [Goal] {
        let next = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT next_cycle.goal, reflection.id, reflection.title, reflection.begun
                    FROM goal JOIN next_cycle ON next_cycle.goal = goal.id
                        JOIN reflection ON reflection.id = next_cycle.reflection
                    WHERE \(isAsked) ORDER BY reflection.begun, reflection.id
                    """, arguments: arguments), by: { $0["goal"] as ID<Goal> })
        let checkIns = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT check_in.* FROM goal JOIN check_in ON check_in.goal = goal.id
                    WHERE \(isAsked) ORDER BY check_in.written, check_in.sending
                    """, arguments: arguments), by: { $0["goal"] as ID<Goal> })
        return try Row.fetchAll(
            db,
            sql: """
                SELECT goal.*, reflection.title AS source, reflection.begun, comment_credit.person AS credit
                FROM goal LEFT JOIN reflection ON reflection.id = goal.reflection
                    LEFT JOIN comment_credit ON comment_credit.goal = goal.id
                WHERE \(isAsked) ORDER BY goal.due, goal.title, goal.id
                """, arguments: arguments
        ).map { row in
            Goal(row, next: next[row["id"]] ?? [], checkIns: checkIns[row["id"]] ?? [])
        }
    }

    private init(_ row: Row, next: [Row], checkIns: [Row]) {
        let (state, closed): (String, Day?) = (row["state"], row["closed"])
        let source: ID<Reflection>? = row["reflection"]
        self.init(
            id: row["id"], title: row["title"], made: row["made"], due: row["due"],
            state: closed.map { state == "done" ? .done($0) : .letGo($0) } ?? .open,
            source: source.map { Cycle(id: $0, title: row["source"], begun: Day(containing: row["begun"])) },
            credit: row["credit"],
            next: next.map { Cycle(id: $0["id"], title: $0["title"], begun: Day(containing: $0["begun"])) },
            checkIns: checkIns.map(CheckIn.init(row:)))
    }
}

extension CheckIn {
    fileprivate init(row: Row) {
        let (name, due): (String, Day?) = (row["verdict"], row["due"])
        self.init(
            verdict: due.map(Verdict.notYet) ?? (name == "done" ? .done : .letGo), words: row["words"],
            written: row["written"])
    }
}
