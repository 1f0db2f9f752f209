import Foundation
import GRDB
import Storage

/// Looks for anything like a time in every row that belongs to a question, and asks who was there then.
struct TimeJoin: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        let rows = RowsOfQuestions(evidence.targets)
        var times = [Set<Date>](repeating: [], count: evidence.targets.count)
        for snapshot in evidence.snapshots {
            for table in try Dump(snapshot).tables() where table.file == "questions.sqlite" {
                for row in table.rows {
                    guard let question = rows.question(of: row) else { continue }
                    for (_, value) in row {
                        if let time = Self.time(value, within: evidence.period) { times[question].insert(time) }
                    }
                }
            }
        }
        return times.map { times in
            times.isEmpty ? nil : times.map(evidence.weights).reduce { zip($0, $1).map(*) }
        }
    }

    /// Seconds, thousandths or millionths since 1970, or ISO 8601 with hours and minutes.
    private static func time(_ value: DatabaseValue, within period: ClosedRange<Date>) -> Date? {
        switch value.storage {
        case .int64(let number): time(Double(number), within: period)
        case .double(let number): time(number, within: period)
        case .string(let text) where (16...30).contains(text.utf8.count) && text.hasPrefix("20"):
            try? Date.ISO8601FormatStyle().parse(text.replacing(" ", with: "T").prefix(19) + "Z")
        default: nil
        }
    }

    private static func time(_ number: Double, within period: ClosedRange<Date>) -> Date? {
        [1, 1e3, 1e6].map { Date(timeIntervalSince1970: number / $0) }.first(where: period.contains)
    }
}

extension Array where Element == [Double] {
    /// All of them, taken together one by one.
    func reduce(_ combine: ([Double], [Double]) -> [Double]) -> [Double] {
        dropFirst().reduce(first ?? [], combine)
    }
}
