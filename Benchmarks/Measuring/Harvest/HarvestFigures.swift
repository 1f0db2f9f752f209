import Foundation

/// What a harvest costs, beside what the same rows cost a plain FTS5 table.
package struct HarvestFigures: Encodable, Sendable {
    package struct Whole: Encodable, Sendable {
        /// That can be found in the end.
        package let rows: Int
        package let refused: Int
        /// From the first request to the last row in the file and its full-text index.
        package let harvestSeconds: Double
        /// The same and the index in memory, so that the next search is answered.
        package let readySeconds: Double
        /// What the process grew by at most while it harvested, and what it grew by until it was ready beside the
        /// index in memory.
        package let peakMegabytes: Double
        package let indexMegabytes: Double
        package let peakBesideIndexMegabytes: Double
    }
    package struct Stock: Encodable, Sendable {
        package let rows: Int
        package let seconds: Double
    }
    package struct DayOfChanges: Encodable, Sendable {
        package let new: Int
        package let changed: Int
        package let deleted: Int
        /// Until all of it is in the file.
        package let harvestSeconds: Double
        /// Until searches find it.
        package let seenSeconds: Double
        package let readers: Int
        package let searches: Int
        package let before: Times
        package let during: Times
    }
    package struct Unchanged: Encodable, Sendable {
        package let requests: Int
        package let rowsWritten: Int
        package let milliseconds: Double
    }

    package let documents: Int
    package let whole: Whole
    package let stock: Stock
    package let day: DayOfChanges
    package let unchanged: Unchanged

    /// Harvested rows a second by those of the plain table.
    package var speed: Double { (stock.seconds / Double(stock.rows)) / (whole.readySeconds / Double(whole.rows)) }
    package var speedOfFile: Double {
        (stock.seconds / Double(stock.rows)) / (whole.harvestSeconds / Double(whole.rows))
    }
    /// Of the time that everything took.
    package var dayShare: Double { day.harvestSeconds / whole.harvestSeconds }

    /// One line of JSON for each thing measured, with what is hoped for beside it.
    package func lines() throws -> [String] {
        let wholeRate = Double(whole.rows) / whole.readySeconds
        let fileRate = Double(whole.rows) / whole.harvestSeconds
        return try [
            Line(
                "harvest",
                [
                    ("documents", Double(documents)), ("refused", Double(whole.refused)),
                    ("file_rows_per_s", fileRate), ("ready_rows_per_s", wholeRate),
                    ("harvest_s", whole.harvestSeconds), ("ready_s", whole.readySeconds),
                ]),
            Line(
                "fts5",
                [
                    ("rows", Double(stock.rows)), ("rows_per_s", Double(stock.rows) / stock.seconds),
                    ("seconds", stock.seconds), ("ratio_file", speedOfFile), ("ratio_ready", speed), ("goal", 0.6),
                ]),
            Line(
                "memory",
                [
                    ("peak_mb", whole.peakMegabytes), ("index_mb", whole.indexMegabytes),
                    ("peak_beside_index_mb", whole.peakBesideIndexMegabytes), ("goal", 300),
                ]),
            Line(
                "day",
                [
                    ("new", Double(day.new)), ("changed", Double(day.changed)), ("deleted", Double(day.deleted)),
                    ("seconds", day.harvestSeconds), ("seen_s", day.seenSeconds), ("share_of_whole", dayShare),
                    ("goal", 0.02),
                ]),
            Line(
                "readers",
                [
                    ("readers", Double(day.readers)), ("searches", Double(day.searches)),
                    ("before_p50_ms", day.before.p50),
                    ("before_p99_ms", day.before.p99), ("during_p50_ms", day.during.p50),
                    ("during_p99_ms", day.during.p99), ("ratio_p99", day.during.p99 / day.before.p99), ("goal", 2),
                ]),
            Line(
                "unchanged",
                [
                    ("requests", Double(unchanged.requests)), ("rows_written", Double(unchanged.rowsWritten)),
                    ("ms", unchanged.milliseconds),
                ]),
        ].map { try $0.text() }
    }

    private struct Line {
        let kind: String
        let figures: [(name: String, value: Double)]

        init(_ kind: String, _ figures: [(String, Double)]) {
            self.kind = kind
            self.figures = figures
        }

        func text() throws -> String {
            let values = figures.map { "\"\($0.name)\":\(Self.number($0.value))" }
            return "{\"class\":\"\(kind)\",\(values.joined(separator: ","))}"
        }

        private static func number(_ value: Double) -> String {
            guard value.isFinite else { return "null" }
            return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : String(format: "%.4f", value)
        }
    }
}
