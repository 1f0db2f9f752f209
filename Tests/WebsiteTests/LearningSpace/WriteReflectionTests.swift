import Foundation
import LearningSpace
import Storage
import Testing
import Website

struct WriteReflectionTests {
    @Test func `a half-done reflection is saved and read back to the letter`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let words = "<b>Not bold</b> & {{title}} “quoted” 👩‍🏫\n\n  Indented, and a tab:\tend"
            let page = try await browser.beginReflection("An evening at <the> hall", learn: words)
            #expect(browser.page.text.contains("Saved."))
            #expect(browser.page.text.contains("Learn , written Reflect , not yet"))
            #expect(browser.page.html.contains("<p>&lt;b&gt;Not bold&lt;/b&gt; &amp; {{title}} “quoted” 👩‍🏫</p>"))
            try await browser.follow("Go on writing")
            #expect(browser.path == page + "/edit")
            let form = try #require(browser.page.forms.first { $0.action == page })
            #expect(form.value("learn") == words)
            #expect(form.value("title") == "An evening at <the> hall")
            browser.fill("plan", "Ask again in spring.")
            try await browser.press("Save")
            #expect(browser.page.text.contains("Ask again in spring."))
            try await browser.open("/space")
            #expect(browser.page.text.contains("Learn , written Reflect , not yet Assess , not yet Plan , written"))
        }
    }

    @Test func `a text that is not fit to be kept comes back whole, a leading empty line too`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let typed = "\n<b>First</b> line after an empty one 🌊"
            try await browser.open("/space/reflections/new")
            browser.fill("learn", typed)
            browser.fill("plan", String(repeating: "p", count: 20_001))
            try await browser.press("Save")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "title") == "Give your reflection a title: a few words to find it by.")
            #expect(browser.page.error(of: "plan") != nil)
            let form = try #require(browser.page.forms.first { $0.action == "/space/reflections" })
            #expect(form.value("learn") == typed)
            #expect(form.value("plan")?.count == 20_001)
            browser.fill("title", "Now with a title")
            browser.fill("plan", "Shorter")
            try await browser.press("Save")
            #expect(browser.page.text.contains("Now with a title"))
        }
    }

    @Test func `so does one typed over a reflection that is stored, which stays as it was`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.follow("Go on writing")
            browser.fill("title", " ")
            browser.fill("learn", "It rained, and then it stopped.")
            try await browser.press("Save")
            #expect(browser.status == 422)
            let form = try #require(browser.page.forms.first { $0.action == page })
            #expect(form.value("learn") == "It rained, and then it stopped.")
            try await browser.open(page)
            #expect(browser.page.text.contains("It rained."))
        }
    }

    @Test func `pressing Save twice begins one reflection`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/reflections/new")
            let key = try #require(browser.page.forms.compactMap { $0.value("key") }.first)
            for _ in 0..<2 { try await browser.post("/space/reflections", [("key", key), ("title", "Once")]) }
            #expect(browser.status == 200)
            let own = try await test.site.journal.reflections(of: test.cast.member.id)
            #expect(own.count == 1)
        }
    }

    @Test func `two windows that disagree both keep their text`() async throws {
        try await withSite { test in
            let (first, second) = (
                try await test.browser(of: test.cast.member), try await test.browser(of: test.cast.member)
            )
            let page = try await first.beginReflection("An evening", learn: "Before")
            try await first.open(page + "/edit")
            try await second.open(page + "/edit")
            first.fill("learn", "From the first window")
            try await first.press("Save")
            second.fill("learn", "From the second <window>")
            try await second.press("Save")
            #expect(second.status == 409)
            #expect(second.page.text.contains("This was saved meanwhile in another window"))
            #expect(second.page.text.contains("Stored: Learn From the first window"))
            let form = try #require(second.page.forms.first { $0.action == page })
            #expect(form.value("learn") == "From the second <window>")
            second.fill("learn", "From the first window, and from the second")
            try await second.press("Save")
            #expect(second.page.text.contains("From the first window, and from the second"))
        }
    }

    @Test func `a deleted reflection is gone`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.press("Delete it")
            #expect(browser.path == "/space?done=deleted")
            #expect(browser.page.text.contains("Nothing here yet"))
            try await browser.open(page)
            #expect(browser.status == 404)
        }
    }
}

extension Browser {
    /// Writes a reflection through the form.
    /// - Returns: the path of its page.
    func beginReflection(_ title: String, learn: String) async throws -> String {
        try await open("/space/reflections/new")
        fill("title", title)
        fill("learn", learn)
        try await press("Save")
        return try #require(path.split(separator: "?").first.map(String.init))
    }
}
