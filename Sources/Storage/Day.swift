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
    /// From `2026-11-22`. By hand, because a queue reads a thousand of them: Foundation's parser takes ten times as long.
    package init?(_ description: String) {
        guard description.utf8.count == 10 else { return nil }
        var digits = 0
        for (place, byte) in description.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        let day = Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        // 30 February comes out as 2 March.
        guard day.parts == (digits / 10_000, digits / 100 % 100, digits % 100) else { return nil }
        self = day
    }

    /// As `2026-11-22`.
    package var description: String {
        let (year, month, day) = parts
        func padded(_ number: Int, _ length: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, length - digits.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// The Gregorian calendar counted from 1 March of the year 0, so that a leap day ends its year; 400 years have
    /// 146,097 days, and 719,468 lie before 1970.
    private init(year: Int, month: Int, day: Int) {
        let year = month > 2 ? year : year - 1
        let (era, ofEra) = (year / 400, year % 400)
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let days = number + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let ofEra = days - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        return (
            era * 400 + year + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9,
            ofYear - (153 * month + 2) / 5 + 1
        )
    }

    /// As `22 November 2026`.
    package var words: String { start.formatted(British.format.day().month(.wide).year()) }
}

extension Day: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap(Day.init)
    }
}

extension Day: StatementColumnConvertible {
    package init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: sqliteStatement, index: index))
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
