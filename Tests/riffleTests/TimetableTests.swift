import Foundation
import Testing

@testable import riffle

struct TimetableTests {
    @Test(arguments: [
        ("60s", Timetable.every(60)), ("6,12,18", .hours([6, 12, 18])), ("18,6", .hours([6, 18])), ("0", .hours([0])),
        ("", nil), ("24", nil), ("-1", nil), ("0s", nil), ("6,,12", nil), ("noon", nil), ("60 s", nil),
    ])
    func `hours or a pause are read, anything else is refused`(text: String, timetable: Timetable?) {
        #expect(Timetable(text) == timetable)
    }

    @Test(arguments: [
        ("05:59:30", "06:00:00", true), ("06:00:00", "06:00:30", false), ("05:00:00", "05:59:59", false),
        ("06:10:00", "18:10:00", true), ("00:00:00", "00:00:30", false),
    ])
    func `a batch falls once in an hour that is named`(earlier: String, now: String, falls: Bool) throws {
        let times = try [earlier, now].map { try Date("2026-09-15T\($0)Z", strategy: .iso8601) }
        #expect(Timetable.hours([6, 12, 18]).hasBatch(after: times[0], until: times[1]) == falls)
    }

    @Test func `a pause has a batch at every look`() {
        #expect(Timetable.every(60).hasBatch(after: .distantPast, until: .distantPast))
        #expect(Timetable.every(60).tick == 60)
    }
}
