import Foundation
import GRDB
import Storage

/// One row that meets the conditions, with what its score needs.
struct Candidate {
    let number: Int
    /// FTS5's BM25 over the weighted columns, made positive; 0 without words.
    let bm25: Double
    let miles: Double?
    let isRemote: Bool
    let isPaidResearch: Bool
    let ends: Day?
    /// The next day something is on.
    let next: Day?
    let firstSeen: Day
    let changed: Day
    let missingSince: Day?
    let hoursSaid: String?
    let statesSlots: Bool
    let paysExpenses: Bool?
    let needsCheck: Bool?
    let isStepFree: Bool?
    let quality: Double

    /// The best thousand by words; without words, the nearest, or else the newest.
    static func request(_ conditions: Conditions, today: Day) -> SQLRequest<Row> {
        let search = conditions.search
        let rank: SQL
        let order: SQL
        if conditions.match != nil {
            rank = """
                -bm25(searchable, \(Weights.title), \(Weights.organisation), \(Weights.gains), \(Weights.needs),
                \(Weights.causes), \(Weights.place), \(Weights.text))
                """
            order = "bm25 DESC, o.number"
        } else {
            rank = "0.0"
            order = search.near == nil ? "o.first_seen DESC, o.number" : "miles IS NULL, miles, o.number"
        }
        return SQLRequest(
            literal: """
                SELECT o.number, \(rank) AS bm25, \(conditions.miles) AS miles, o.remote, o.paid_research, o.ends,
                    (SELECT min(starts) FROM session WHERE opportunity = o.number AND starts >= \(today)) AS next,
                    o.starts, o.first_seen, o.changed, o.missing_since, o.hours_said, \(Conditions.statesSlots) AS slots,
                    o.pays_expenses, o.needs_check, o.step_free, o.quality
                \(conditions.rows) ORDER BY \(order) LIMIT \(Search.mostRanked)
                """)
    }

    init(_ row: Row) {
        number = row["number"]
        bm25 = row["bm25"]
        miles = row["miles"]
        isRemote = row["remote"]
        isPaidResearch = row["paid_research"]
        ends = row["ends"]
        next = (row["next"] as String?).flatMap { Day(String($0.prefix(10))) } ?? row["starts"]
        firstSeen = row["first_seen"]
        changed = row["changed"]
        missingSince = row["missing_since"]
        hoursSaid = row["hours_said"]
        statesSlots = row["slots"]
        paysExpenses = row["pays_expenses"]
        needsCheck = row["needs_check"]
        isStepFree = row["step_free"]
        quality = row["quality"]
    }
}
