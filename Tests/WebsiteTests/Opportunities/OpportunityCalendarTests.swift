import Foundation
import Opportunities
import Storage
import Testing

@testable import Website

struct OpportunityCalendarTests {
    @Test func `the dates to come are a calendar that programs take`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            let offer = Provider.Offer(
                id: "a",
                title: "Dogs, cats; and \\ more: a very long title that goes on – über den Rand – for ever and a day",
                text: "First line.\n\nSecond, line; with signs.",
                dates: [
                    "2026-08-01T09:00:00/2026-08-01T12:00:00", "2026-10-05T09:00:00/2026-10-05T12:00:00",
                    "2026-12-05T09:00:00/2026-12-05T12:00:00", "2026-12-05T09:00:00/2026-12-05T12:00:00",
                    "2027-01-01T09:00:00/2027-03-31T17:00:00",
                ])
            try await provider.offer([offer, .init(id: "b", title: "Feed cats")])
            let id = try #require(try await provider.id(offer.title))
            let nobody = test.browser()
            try await nobody.open("/opportunities/\(id)")
            #expect(nobody.page.link("Put its dates into your calendar") == "/opportunities/\(id).ics")
            let reply = try await nobody.request("GET", "/opportunities/\(id).ics")
            #expect(reply.status == 200)
            #expect(reply.headers["content-type"] == "text/calendar; charset=utf-8")
            #expect(!reply.text.replacing("\r\n", with: "").contains("\n"), "every line ends with CR LF")
            #expect(reply.text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
            let lines = reply.text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
            #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
            #expect(
                lines.filter { $0.hasPrefix("DTSTART") } == [
                    "DTSTART:20261005T080000Z", "DTSTART:20261205T090000Z", "DTSTART;VALUE=DATE:20270101",
                ], "summer time is an hour ahead; what is over is left out, what comes twice comes once")
            #expect(lines.contains("DTEND:20261005T110000Z") && lines.contains("DTEND;VALUE=DATE:20270401"))
            #expect(lines.contains("UID:\(id)-20261005T080000Z@127.0.0.1"))
            #expect(lines.contains("SUMMARY:" + CalendarLines.escaped(offer.title)))
            #expect(lines.contains { $0.contains("First line.\\n\\nSecond\\, line\\; with signs.") })
            #expect(try await nobody.request("GET", "/opportunities/\(id).ics").text == reply.text)

            let other = try #require(try await provider.id("Feed cats"))
            #expect(try await nobody.request("GET", "/opportunities/\(other).ics").status == 404)
            #expect(try await nobody.request("GET", "/opportunities/nothing.ics").status == 404)
        }
    }

    @Test(arguments: [
        ("a;b,c\\d\ne", "a\\;b\\,c\\\\d\\ne"), ("", ""), ("plain", "plain"), (",\u{301}", "\\,\u{301}"),
    ])
    func `signs that mean something are escaped`(text: String, escaped: String) {
        #expect(CalendarLines.escaped(text) == escaped)
    }

    @Test func `a folded line is the same once unfolded, and no character is torn`() {
        for text in [
            String(repeating: "é", count: 200), String(repeating: "👩‍👧", count: 60), "short",
            String(repeating: "a", count: 75),
        ] {
            let folded = CalendarLines.folded(text)
            #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
            #expect(folded.replacingOccurrences(of: "\r\n ", with: "", options: .literal) == text)
        }
    }
}
