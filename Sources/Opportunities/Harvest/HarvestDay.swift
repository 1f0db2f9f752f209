import GRDB
package import Storage

/// How many opportunities of a source there were at the end of a day.
package struct HarvestDay: Sendable, Equatable {
    package let day: Day
    /// Confirmed by its last good harvest.
    package let live: Int
    /// No longer sent, and not let go of yet.
    package let missing: Int

    /// A day that has no row is as the one before it.
    static func last90(of source: String, until today: Day, _ db: Database) throws -> [HarvestDay] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT day, live, missing FROM harvest_day WHERE source = ? AND day <= ? ORDER BY day",
            arguments: [source, today]
        ).map { HarvestDay(day: $0["day"], live: $0["live"], missing: $0["missing"]) }
        var rest = rows[...]
        var last: HarvestDay?
        return (0..<90).compactMap { ago in
            let day = today + (ago - 89)
            while let next = rest.first, next.day <= day {
                last = next
                rest.removeFirst()
            }
            return last.map { HarvestDay(day: day, live: $0.live, missing: $0.missing) }
        }
    }
}

extension Catalogue.Report {
    /// As `22 November 2026, 3 days ago`.
    package var lastChangeWords: String {
        guard let lastChange, let today = days.last?.day else { return "never" }
        return switch today - lastChange {
        case ...0: "\(lastChange.words), today"
        case 1: "\(lastChange.words), yesterday"
        case let days: "\(lastChange.words), \(days) days ago"
        }
    }
}
