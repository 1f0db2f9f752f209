import Foundation
import Storage
import Testing

struct DayTests {
    @Test(arguments: [
        (-1.0, "1969-12-31"), (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
        (1_709_208_000, "2024-02-29"),
    ])
    func `a moment falls on its day in UTC`(seconds: Double, day: String) {
        #expect(Day(containing: Date(timeIntervalSince1970: seconds)).description == day)
    }

    @Test func `days are counted, written and read`() throws {
        let day = try #require(Day("2026-12-31"))
        #expect((day + 1).description == "2027-01-01")
        #expect(day + 1 - day == 1)
        #expect(day.words == "31 December 2026")
        #expect(day.month.words == "December 2026")
    }

    @Test func `four hundred years of days are written and read as the calendar has them`() {
        let calendar = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        for number in stride(from: -62_000, to: 85_000, by: 1) {
            let day = Day(number: number)
            #expect(Day(day.description) == day)
            // Foundation's own takes its time.
            if number % 61 == 0 { #expect(day.description == day.start.formatted(calendar)) }
        }
    }

    @Test(arguments: [
        "2026-00-10", "2026-01-00", "2025-02-29", "1900-02-29", "2026-1-011", "2026/01/01", "٢٠٢٦-٠١-٠١", "",
        "2026-13-01", "2026-02-30", "26-01-01", "yesterday!",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }
}
