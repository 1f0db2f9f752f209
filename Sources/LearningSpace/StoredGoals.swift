import Foundation
import GRDB
import Storage

extension Goal {
    /// The owner's, the first to come back first: all of them, one, or those before and after a reflection.
    static func stored(
        of owner: PersonID, only goal: ID<Goal>? = nil, around reflection: ID<Reflection>? = nil, in db: Database
    ) throws -> [Goal] {
        let arguments: StatementArguments = ["owner": owner, "only": goal, "around": reflection]
        let isAsked = """
            goal.owner = :owner AND (:only IS NULL OR goal.id = :only) AND (:around IS NULL
                OR goal.reflection = :around
                OR goal.id IN (SELECT goal FROM next_cycle WHERE reflection = :around))
            """
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
