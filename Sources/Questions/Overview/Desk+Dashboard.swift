import GRDB
package import Storage

extension Desk {
    /// Counts of what stands at the desk and of what is public; none of how many asked, and none of withdrawals.
    package func dashboard(for person: PersonID) async throws -> Dashboard {
        try await database.read { [world] db in
            let open = try Row.fetchAll(
                db,
                sql: """
                    SELECT topic, step, expert, min(since) AS oldest, count(*) AS count,
                        sum(EXISTS (SELECT 1 FROM appeal WHERE appeal.question = question.id)) AS appeals
                    FROM question
                    WHERE decided IS NULL
                        AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.question = question.id AND person = ?)
                    GROUP BY topic, step, expert ORDER BY topic, step, expert
                    """, arguments: [person])
            let forModerators = open.filter { ["received", "answered"].contains($0["step"]) }
            return Dashboard(
                topics: try Self.topics(db),
                waiting: open.compactMap { row in
                    Step.Kind(rawValue: row["step"]).map {
                        Dashboard.Waiting(topic: row["topic"], step: $0, count: row["count"])
                    }
                },
                appeals: open.reduce(0) { $1["step"] == "received" ? $0 + ($1["appeals"] as Int) : $0 },
                oldest: forModerators.compactMap { $0["oldest"] as Day? }.min(),
                waits: try Self.waits(db), load: try Self.load(open, db),
                outcomes: try Self.outcomes(for: person, until: world.today.month, db))
        }
    }

    private static func waits(_ db: Database) throws -> [Waits] {
        let rows = try Row.fetchAll(db, sql: "SELECT step, days, count FROM wait ORDER BY step, days")
        return Waits.steps.map { step in
            Waits(step, rows.filter { $0["step"] == step.rawValue }.map { ($0["days"], $0["count"]) })
        }
    }

    private static func load(_ open: [Row], _ db: Database) throws -> [Dashboard.Load] {
        let experts = try PersonID.fetchAll(
            db, sql: "SELECT person FROM expert UNION SELECT expert FROM question WHERE expert IS NOT NULL ORDER BY 1")
        return experts.map { expert in
            let held = open.filter { $0["expert"] as PersonID? == expert }
            func count(_ step: String) -> Int { held.reduce(0) { $1["step"] == step ? $0 + ($1["count"] as Int) : $0 } }
            return Dashboard.Load(expert: expert, toAnswer: count("with expert"), toRelease: count("answered"))
        }.sorted { ($1.total, $1.toAnswer) < ($0.total, $0.toAnswer) }
    }

    private static func outcomes(for person: PersonID, until last: Month, _ db: Database) throws -> [Dashboard.Outcome]
    {
        let published = try Row.fetchAll(db, sql: "SELECT month, count(*) AS count FROM published GROUP BY month")
        let declined = try Row.fetchAll(
            db,
            sql: """
                SELECT substr(day, 1, 7) AS month, count(DISTINCT question) AS count FROM decision
                WHERE act = 'declined' AND \(notKept) GROUP BY 1
                """, arguments: ["viewer": person])
        func count(_ rows: [Row], _ month: Month) -> Int { rows.first { $0["month"] == month }?["count"] ?? 0 }
        var months = [last]
        while months.count < Dashboard.months, let first = months.first {
            months.insert((first.firstDay + -1).month, at: 0)
        }
        return months.map {
            Dashboard.Outcome(month: $0, published: count(published, $0), declined: count(declined, $0))
        }
    }
}
