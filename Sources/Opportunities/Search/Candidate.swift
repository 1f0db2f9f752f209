import Foundation
import GRDB
import Storage
import TextSearch

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

/// Which rows hold which of the words, and where: what coverage and its explanation are read from.
struct Coverage {
    private let words: [String]
    private let anywhere: [Set<Int>]
    private let inTitle: [Set<Int>]
    /// How much each word tells apart: the rarer, the more.
    private let worth: [Double]
    let gained: Set<Int>
    let needed: Set<Int>

    init(_ search: Search, among numbers: Set<Int>, in db: Database) throws {
        let total = try Double(Int.fetchOne(db, sql: "SELECT count(*) FROM opportunity WHERE withdrawn IS NULL") ?? 0)
        func rows(_ expression: String) throws -> Set<Int> {
            try Set.fetch(db, matching: expression)
        }
        words = search.words.words
        let found = try words.map { try rows(Query.quoted($0)) }
        worth = found.map { log(1 + (total - Double($0.count) + 0.5) / (Double($0.count) + 0.5)) }
        anywhere = found.map { $0.intersection(numbers) }
        inTitle = try words.map { try rows("{title} : \(Query.quoted($0))").intersection(numbers) }
        let develops = Query(search.develops).expression(.any)
        let brings = Query(search.brings).expression(.any)
        gained = try develops.map { try rows("{gains} : (\($0))").intersection(numbers) } ?? []
        needed = try (develops ?? brings).map { try rows("{needs} : (\($0))").intersection(numbers) } ?? []
    }

    /// From 0 to 1, by worth.
    func share(of number: Int) -> Double { share(of: number, in: anywhere) }
    func shareInTitle(of number: Int) -> Double { share(of: number, in: inTitle) }
    func found(in number: Int) -> [String] { held(by: number, in: anywhere) }
    func foundInTitle(of number: Int) -> [String] { held(by: number, in: inTitle) }

    private func share(of number: Int, in rows: [Set<Int>]) -> Double {
        let whole = worth.reduce(0, +)
        guard whole > 0 else { return 0 }
        return zip(worth, rows).reduce(0) { $0 + ($1.1.contains(number) ? $1.0 : 0) } / whole
    }

    private func held(by number: Int, in rows: [Set<Int>]) -> [String] {
        zip(words, rows).filter { $0.1.contains(number) }.map(\.0)
    }
}

extension Set<Int> {
    fileprivate static func fetch(_ db: Database, matching expression: String) throws -> Set<Int> {
        try Int.fetchSet(db, sql: "SELECT rowid FROM searchable WHERE searchable MATCH ?", arguments: [expression])
    }
}
