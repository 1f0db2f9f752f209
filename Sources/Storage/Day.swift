package import Foundation
package import GRDB

/// A day in UTC: the finest time that is kept where a minute could tell who someone is.
package struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }

    package init(containing moment: Date) {
        number = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    package var start: Date { Date(timeIntervalSince1970: Double(number) * 86_400) }
    package var month: Month { Month(String(description.prefix(7))) }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

extension Day: LosslessStringConvertible {
    private static let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()

    /// From `2026-11-22`.
    package init?(_ description: String) {
        guard description.utf8.count == 10, let date = try? Self.format.parse(description) else { return nil }
        self.init(containing: date)
        // The parser takes 30 February for 2 March.
        guard self.description == description else { return nil }
    }

    /// As `2026-11-22`.
    package var description: String { start.formatted(Self.format) }

    /// As `22 November 2026`.
    package var words: String { start.formatted(British.format.day().month(.wide).year()) }
}

extension Day: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap(Day.init)
    }
}

/// A month, as `2026-11`: all that is kept of when a question was published.
package struct Month: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    package var firstDay: Day { Day(description + "-01") ?? Day(number: 0) }
    /// As `November 2026`.
    package var words: String { firstDay.start.formatted(British.format.month(.wide).year()) }

    package static func < (left: Month, right: Month) -> Bool { left.description < right.description }
}

extension Month: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Month? {
        String.fromDatabaseValue(value).map(Month.init)
    }
}

private enum British {
    static let format = Date.FormatStyle(locale: Locale(identifier: "en_GB"), timeZone: .gmt)
}
