import Foundation
import GRDB
package import Storage

/// A line of the owner's own list.
package struct OwnReflection: Hashable, Sendable {
    package let summary: Reflection.Summary
    /// Who can see it today; empty while it is private.
    package let shares: [Share]
}

/// A line of the list of what peers share.
package struct SharedReflection: Hashable, Sendable {
    package let id: ID<Reflection>
    package let owner: PersonID
    package let title: String
    /// Those that are open to the reader, in the model's order. What is said and who else reads is not told here.
    package let stages: [ReflectionModel.Stage]
    /// The first day of any of them.
    package let since: Day
    package let until: Day
}

extension Journal {
    /// All of the owner's, the last saved first.
    package func reflections(of owner: PersonID) async throws -> [OwnReflection] {
        let today = world.today
        return try await database.read { db in
            let shares = Dictionary(grouping: try Share.standing(of: owner, on: today, in: db), by: \.reflection)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Reflection.Summary.columns) FROM reflection
                    WHERE reflection.owner = ? ORDER BY reflection.saved DESC, reflection.id
                    """,
                arguments: [owner])
            return try rows.map { row in
                let summary = try Reflection.Summary(row)
                return OwnReflection(summary: summary, shares: shares[summary.id] ?? [])
            }
        }
    }

    /// What others share with this person today, the latest shared first.
    package func reflections(sharedWith person: PersonID) async throws -> [SharedReflection] {
        let today = world.today
        return try await database.read { db in
            let rows = try Row.fetchAll(db, sql: Self.sharedWith, arguments: ["person": person, "today": today])
            return try rows.map { row in
                let open = Set((row["stages"] as String).split(separator: ",").map(String.init))
                return SharedReflection(
                    id: row["id"], owner: row["owner"], title: row["title"],
                    stages: try ReflectionModel.named(row["model"]).stages.filter { open.contains($0.name) },
                    since: row["since"], until: row["until"])
            }
        }
    }

    /// One line for each reflection, though it be shared both with everyone and by name.
    static let sharedWith = """
        SELECT reflection.id, reflection.owner, reflection.title, reflection.model, open.stages, open.since, open.until
        FROM (
            SELECT share.reflection, min(shared_stage.since) AS since, max(shared_stage.until) AS until,
                group_concat(shared_stage.stage) AS stages
            FROM share JOIN shared_stage ON shared_stage.share = share.id
            WHERE \(Door.letsIn) AND \(Door.stands)
            GROUP BY share.reflection
        ) AS open
        JOIN reflection ON reflection.id = open.reflection
        WHERE reflection.owner <> :person
        ORDER BY open.since DESC, reflection.title, reflection.id
        """
}
