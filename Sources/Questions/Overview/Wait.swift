import GRDB

/// How long questions stay at each step, as counts that belong to no question.
enum Wait {
    /// Below this the median would tell of single questions rather than of the desk.
    static let fewest = 5

    static func note(_ step: Step, days: Int, _ db: Database) throws {
        switch step.kind {
        case .received, .withExpert, .answered, .approved: break
        default: return
        }
        try db.execute(
            sql: """
                INSERT INTO wait (step, days, count) VALUES (?, ?, 1)
                ON CONFLICT (step, days) DO UPDATE SET count = count + 1
                """, arguments: [step.kind.rawValue, min(max(days, 0), 365)])
    }

    /// The median of days; nil where too few have passed this step.
    static func median(at step: Step, _ db: Database) throws -> Int? {
        let rows = try Row.fetchAll(
            db, sql: "SELECT days, count FROM wait WHERE step = ? ORDER BY days", arguments: [step.kind.rawValue])
        let total = rows.reduce(0) { $0 + ($1["count"] as Int) }
        guard total >= fewest else { return nil }
        var passed = 0
        for row in rows {
            passed += row["count"] as Int
            if passed * 2 >= total { return row["days"] }
        }
        return nil
    }
}
