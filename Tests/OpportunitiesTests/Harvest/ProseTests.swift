import Foundation
import Storage
import Testing

@testable import Opportunities

@Suite("What is read from prose")
struct ProseTests {
    @Test(
        "hours a week, from week, month or year",
        arguments: [
            ("around 2-3 hours a week", 2, 3), ("Just 1 hour per week for 10 weeks", 1, 1),
            ("an hour a week on Zoom", 1, 1),
            ("6 to 8 hours per month, which", 1.38, 1.85), ("as little as 24 hours across a whole year", 0.46, 0.46),
            ("commit 100 hours of volunteering a year", 1.92, 1.92), ("Up to two hours per week", 2, 2),
        ])
    func hours(text: String, least: Double, most: Double) throws {
        let hours = try #require(Hours(in: text))
        #expect(abs(hours.least - least) < 0.01)
        #expect(abs(hours.most - most) < 0.01)
    }

    @Test(
        "no hours where none a week are said",
        arguments: [
            "on your feet for 2-4 hours", "open 24 hours a day", "36000 hours a week", "flexible hours", "",
            "0 hours a week",
            "15 hours between October and December",
        ])
    func noHours(text: String) { #expect(Hours(in: text) == nil) }

    @Test(
        "days and times, in the plural alone",
        arguments: [
            ("Tuesdays or Thursdays 12:30", [Slot(weekday: .tuesday, part: nil), Slot(weekday: .thursday, part: nil)]),
            ("some evenings", [Slot(weekday: nil, part: .evening)]),
            ("at weekends", [Slot(weekday: .saturday, part: nil), Slot(weekday: .sunday, part: nil)]),
            ("on Friday 3 May", []),
        ])
    func slots(text: String, expected: [Slot]) { #expect(Slot.slots(in: text) == expected) }

    @Test("cost, checks and access, with “not stated” apart from “no”")
    func terms() {
        #expect(Terms(text: "Reasonable travel expenses will be reimbursed").paysExpenses == true)
        #expect(Terms(text: "We do not pay any expenses").paysExpenses == false)
        #expect(Terms(text: "Come along").paysExpenses == nil)
        #expect(Terms(text: "An enhanced DBS is needed").needsCheck == true)
        #expect(Terms(text: "You do not need a DBS").needsCheck == false)
        #expect(Terms(text: "", requirements: ["Background checks"]).needsCheck == true)
        #expect(Terms(text: "Step-free entrance").isStepFree == true)
        #expect(Terms(text: "The site is not wheelchair accessible").isStepFree == false)
        #expect(Terms(text: "", requirements: ["+18", "Will require references"]).minimumAge == 18)
        #expect(Terms(text: "You must be over 16").minimumAge == 16)
        #expect(Terms(text: "16 years and over").minimumAge == 16)
    }

    @Test("that money for being studied is no volunteering")
    func paid() {
        #expect(Terms.isPaidResearch(title: "Research Lab - Earn £10 taking part in behavioural research", text: ""))
        #expect(!Terms.isPaidResearch(title: "Shop helper", text: "Cancer research. Last year we raised £10 a head."))
    }
}

@Suite("A source's text")
struct PlainTextTests {
    @Test(
        "becomes plain",
        arguments: [
            ("a\r\nb\rc", "a\nb\nc"), ("<p>One</p><p>Two&nbsp;&amp; three</p>", "One\nTwo & three"),
            ("&lsquo;Join&rsquo; &pound;5 &#39;now&#39; &#x2013;", "‘Join’ £5 'now' –"), ("a\n\n\n\nb ", "a\n\nb"),
            ("x\u{0}\u{2}y\u{3}", "xy"), ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
            ("&unheard; &#99999999;", "&unheard; &#99999999;"),
            ("<script>alert(1)</script>Hi <b>there</b>", "Hi there"), ("<ul><li>One<li>Two</ul>", "• One\n• Two"),
            ("&lt;b&gt;", "<b>"), ("", ""),
        ])
    func plain(raw: String, expected: String) { #expect(AdvertText(raw).text == expected) }

    @Test("goes into the index without anybody's e-mail address or phone")
    func contacts() {
        let text =
            "Write to jo.bloggs+x@example.org.uk or call 01632 960000, +44 1632 960 000 or (01632) 960-000 by 2026."
        let clean = text.withoutContacts
        #expect(!clean.contains("@") && !clean.contains("960") && clean.contains("2026"))
    }

    @Test(
        "is a link only when it is one for the web",
        arguments: [
            ("https://example.org/a?b=c", "https://example.org/a?b=c"), ("www.example.org", "https://www.example.org"),
            ("javascript:alert(1)", nil), ("", nil), ("http://", nil), ("ask us", nil), ("data:text/html,x", nil),
        ] as [(String, String?)])
    func link(raw: String, expected: String?) { #expect(WebLink(raw)?.text == expected) }

    @Test("holds times as clocks on the wall show them")
    func times() throws {
        #expect(LocalTime("2026-12-05T09:00:00")?.description == "2026-12-05 09:00")
        #expect(LocalTime("2026-13-05T09:00:00") == nil)
        #expect(LocalTime("2026-12-05") == nil)
        #expect(LocalTime("2026-12-05T25:00") == nil)
        let summer = try #require(Day("2026-06-20")).start.addingTimeInterval(7 * 3_600)
        #expect(LocalTime(summer).description == "2026-06-20 08:00")
        #expect(Weekday(of: try #require(Day("2026-11-22"))) == .sunday)
    }
}
