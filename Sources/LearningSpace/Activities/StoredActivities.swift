import Foundation
import GRDB
import Storage

extension Activity {
    static func stored(of owner: PersonID, only activity: ID<Activity>, in db: Database) throws -> [Activity] {
        try stored("activity.owner = :owner AND activity.id = :only", ["owner": owner, "only": activity], db)
    }

    /// The latest first.
    static func stored(of owner: PersonID, in year: Int?, _ db: Database) throws -> [Activity] {
        guard let year else { return try stored("activity.owner = :owner", ["owner": owner], db) }
        return try stored(
            "activity.owner = :owner AND activity.last_day >= :first AND activity.first_day <= :last",
            ["owner": owner, "first": "\(year)-01-01", "last": "\(year)-12-31"], db)
    }

    private static func stored(_ isAsked: String, _ arguments: StatementArguments, _ db: Database) throws -> [Activity]
    {
        let supports = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT supports.activity, supports.responsibility
                    FROM activity JOIN supports ON supports.activity = activity.id
                        JOIN responsibility ON responsibility.id = supports.responsibility
                    WHERE \(isAsked) ORDER BY responsibility.position
                    """, arguments: arguments), by: { $0["activity"] as ID<Activity> })
        let reflections = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT reflects_on.activity, reflection.id, reflection.title, reflection.begun
                    FROM activity JOIN reflects_on ON reflects_on.activity = activity.id
                        JOIN reflection ON reflection.id = reflects_on.reflection
                    WHERE \(isAsked) ORDER BY reflection.begun, reflection.id
                    """, arguments: arguments), by: { $0["activity"] as ID<Activity> })
        return try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM activity WHERE \(isAsked)
                ORDER BY activity.last_day DESC, activity.first_day DESC, activity.title, activity.id
                """, arguments: arguments
        ).map { row in
            let id: ID<Activity> = row["id"]
            return Activity(
                id: id, draft: Draft(row, supports: (supports[id] ?? []).map { $0["responsibility"] }),
                statedBy: row["stated_by"], version: row["version"],
                reflections: (reflections[id] ?? []).map {
                    Goal.Cycle(id: $0["id"], title: $0["title"], begun: Day(containing: $0["begun"]))
                })
        }
    }
}

extension Activity.Draft {
    fileprivate init(_ row: Row, supports: [ID<Responsibility>]) {
        let (hundredths, unit): (Int?, String?) = (row["amount"], row["unit"])
        let kind: String = row["kind"]
        self.init(
            title: row["title"], kind: Activity.Kind(rawValue: kind) ?? .other, first: row["first_day"],
            last: row["last_day"],
            amount: hundredths.flatMap { hundredths in
                unit.flatMap(Activity.Amount.Unit.init).map { Activity.Amount(hundredths: hundredths, unit: $0) }
            },
            about: row["about"], outcome: row["outcome"], provider: row["provider"], isEthics: row["is_ethics"],
            responsibilities: supports)
    }
}
