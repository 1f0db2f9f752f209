import Foundation
import TestSupport
import Testing

struct KeepActivitiesTests {
    @Test func `an activity is recorded, matched, counted and reflected on`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/activities")
            #expect(browser.page.text.contains("Nothing recorded yet"))
            browser.fill("responsibilities", "Ethical behaviour\nTeaching <others>")
            try await browser.press("Save the list")
            try await browser.open("/space/activities/new")
            browser.fill("title", "Listening <better>")
            browser.fill("kind", "course")
            browser.fill("first", "2026-03-01")
            browser.fill("last", "2026-03-03")
            browser.fill("amount", "4.5")
            browser.fill("outcome", "I wait longer.")
            let supports = try #require(browser.page.html.firstMatch(of: /name="supports" value="([a-z0-9]+)"/)?.1)
            browser.tick("supports", String(supports))
            try await browser.press("Save")
            #expect(browser.page.text.contains("Course or workshop 1 March 2026 to 3 March 2026 4.5 hours"))
            #expect(browser.page.text.contains("Supports Ethical behaviour"))
            #expect(browser.page.html.contains("Listening &lt;better&gt;"))
            let page = String(try #require(browser.path.split(separator: "?").first))

            try await browser.open("/space/activities")
            #expect(browser.page.text.contains("Mar 1 4.5 3 0"), "the table by month")
            #expect(browser.page.text.contains("Ethical behaviour 1 4.5 Teaching <others> 0 –"))
            #expect(browser.page.text.contains("None of these is about ethics yet."))
            #expect(browser.page.html.contains("3 days with an activity; reflections were saved on 0 days."))
            try await browser.open(page)
            try await browser.press("Reflect on it")
            try await browser.press("Save")
            #expect(browser.page.text.contains("About your activity Listening <better>"))
            try await browser.open(page)
            #expect(browser.page.link("Listening <better>")?.hasPrefix("/space/reflections/") == true)
        }
    }

    @Test func `what is wrong is said, and two windows lose nothing of each other`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/activities/new")
            browser.fill("outcome", "Half a page of thoughts")
            try await browser.press("Save")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "title") == "Say in a few words what you did.")
            #expect(browser.page.forms.contains { $0.value("outcome") == "Half a page of thoughts" })
            browser.fill("title", "A book")
            browser.fill("first", "2026-03-01")
            try await browser.press("Save")
            let page = String(try #require(browser.path.split(separator: "?").first))
            let other = try await test.browser(of: test.cast.member)
            for each in [browser, other] { try await each.open(page + "/edit") }
            browser.fill("outcome", "Mine")
            try await browser.press("Save")
            other.fill("outcome", "Yours")
            try await other.press("Save")
            #expect(other.status == 409)
            #expect(other.page.text.contains("This was saved meanwhile in another window"))
            #expect(other.page.text.contains("Mine"))
            #expect(other.page.forms.contains { $0.value("outcome") == "Yours" })
            try await other.press("Save")
            #expect(other.page.text.contains("Yours"))
        }
    }
}
