import Foundation
import TestSupport
import Testing

struct KeepUnsavedTests {
    /// As the script sends it.
    private func keep(_ browser: Browser, _ path: String, _ fields: [(String, String)]) async throws -> Reply {
        try await browser.request("POST", path, body: Document.Form.encoded(fields))
    }

    @Test func `what was typed over a reflection stands in its boxes again, beside it what is stored`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            let reply = try await keep(
                browser, page + "/draft",
                [("version", "1"), ("draft", "0"), ("title", ""), ("learn", "It rained, & <then>")])
            #expect(reply.status == 200)
            #expect(reply.text == #"{"draft":1,"message":"Draft saved."}"#)
            try await browser.open(page)
            #expect(!browser.page.text.contains("then"), "nobody reads what is not saved")
            try await browser.open(page + "/edit")
            #expect(browser.page.text.contains("You typed this on 15 September 2026 and have not saved it."))
            #expect(browser.page.text.contains("Stored: Learn It rained."))
            let form = try #require(browser.page.forms.first { $0.action == page })
            #expect(form.value("learn") == "It rained, & <then>")
            #expect(form.value("title") == "")
            browser.fill("title", "An evening")
            try await browser.press("Save")
            #expect(browser.page.text.contains("It rained, & <then>"))
            try await browser.open(page + "/edit")
            #expect(!browser.page.text.contains("have not saved it"))
        }
    }

    @Test func `another window's save and what was typed here stand side by side`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            let late = [("version", "1"), ("draft", "0"), ("title", "An evening"), ("learn", "Typed here.")]
            try await browser.open(page + "/edit")
            browser.fill("learn", "Saved there.")
            try await browser.press("Save")
            let reply = try await keep(browser, page + "/draft", late)
            #expect(reply.text.contains("Another window has saved this reflection meanwhile"))
            let again = try await keep(browser, page + "/draft", late.map { $0.0 == "learn" ? ($0.0, "Else.") : $0 })
            #expect(again.status == 409)
            #expect(again.text.contains("another window keeps something else"))
            try await browser.open(page + "/edit")
            #expect(browser.page.text.contains("This was saved meanwhile in another window"))
            #expect(browser.page.text.contains("Stored: Learn Saved there."))
            #expect(browser.page.forms.first { $0.action == page }?.value("learn") == "Typed here.")
            try await browser.press("Throw it away")
            try await browser.open(page + "/edit")
            #expect(browser.page.forms.first { $0.action == page }?.value("learn") == "Saved there.")
        }
    }

    @Test func `one that was never saved is found in the space, by its writer alone`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/reflections/new?model=driscoll")
            let form = try #require(browser.page.forms.first { $0.action == "/space/reflections" })
            let key = try #require(form.value("key"))
            _ = try await keep(
                browser, "/space/drafts",
                [("key", key), ("model", "driscoll"), ("draft", "0"), ("title", "Half an idea"), ("what", "It began.")])
            try await browser.open("/space")
            #expect(browser.page.text.contains("Begun and not saved Half an idea typed 15 September 2026"))
            let stranger = try await test.browser(of: test.cast.stranger)
            try await stranger.open("/space/reflections/new?key=\(key)")
            #expect(!stranger.page.text.contains("Half an idea"))
            #expect(!stranger.page.html.contains("It began."))
            try await browser.follow("Half an idea")
            #expect(browser.page.forms.contains { $0.value("what") == "It began." && $0.value("draft") == "1" })
            try await browser.press("Save")
            #expect(browser.page.text.contains("It began."))
            try await browser.open("/space/reflections/new?key=\(key)")
            #expect(browser.path.hasSuffix("/edit"), "its key has begun one")
            try await browser.open("/space")
            #expect(!browser.page.text.contains("Begun and not saved"))
        }
    }
}
