import Members
import Opportunities
import Questions
import Storage
import Testing
import Website

/// Topics, settings and sources.
struct AdministerCommunityTests {
    @Test func `a topic is added, changed and removed`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/topics")
            administrator.fill("name", "Leading & being led")
            administrator.fill("about", "People")
            try await administrator.press("Save the topic")
            #expect(administrator.page.text.contains("Leading & being led People"))
            administrator.fill("name", "leading, being LED")
            administrator.fill("about", "Teams")
            try await administrator.press("Save the topic")
            #expect(administrator.page.text.contains("leading, being LED Teams"))
            let asker = test.browser()
            try await asker.open("/ask")
            #expect(asker.page.html.matches(of: /<option value="leading-being-led">/).count == 1)

            try await administrator.post("/admin/topics/leading-being-led/delete", [])
            #expect(administrator.page.text.contains("Deleted."))
            try await asker.open("/ask")
            #expect(!asker.page.html.contains("leading-being-led"))
        }
    }

    @Test func `a topic with questions stays`() async throws {
        try await withSite { test in
            _ = try await test.waitingQuestion()
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/topics")
            try await administrator.press("Remove Careers")
            #expect(administrator.status == 422)
            #expect(administrator.page.text.contains("This topic holds questions, so it stays."))
            #expect(administrator.page.text.contains("Careers Work and what comes next"))
        }
    }

    @Test func `a topic without a name that makes an address is refused with what was typed`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/topics")
            administrator.fill("name", "?!")
            administrator.fill("about", "Something")
            try await administrator.press("Save the topic")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "name") != nil)
            #expect(administrator.page.forms.contains { $0.value("about") == "Something" })
        }
    }

    @Test func `settings are saved, shown, and checked`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/settings")
            administrator.fill("name", "Tidewater Guild")
            administrator.fill("contact", "")
            try await administrator.press("Save the settings")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "contact") == "Say in 1 to 200 characters how people reach your team.")
            administrator.fill("contact", "desk@example.org")
            try await administrator.press("Save the settings")
            #expect(administrator.page.text.contains("Saved."))
            let form = try #require(administrator.page.forms.first { $0.action == "/admin/settings" })
            #expect(form.value("name") == "Tidewater Guild")
            #expect(form.value("contact") == "desk@example.org")
            #expect(form.value("experts-may-moderate") == "yes")
        }
    }

    @Test func `each source tells what it sent and what was wrong with it`() async throws {
        try await withSite(opportunities: true) { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/sources")
            let text = administrator.page.text
            #expect(text.contains("Do-it.org doit · MIT Last good harvest 15 September 2026"))
            #expect(text.contains("Items read 100 Live 90 Said to be over 10"))
            #expect(text.contains("Items read 250 Live 250 Said to be over 0"))
            #expect(text.contains("Mended or marked"))
        }
    }
}
