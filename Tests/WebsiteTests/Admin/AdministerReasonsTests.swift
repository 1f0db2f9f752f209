import Questions
import Storage
import Testing
import Website

struct AdministerReasonsTests {
    @Test func `a reason is added, changed, retired and brought back`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/reasons")
            #expect(administrator.page.text.contains("Outside our topics"))
            administrator.fill("words", "Asked <twice>")
            try await administrator.press("Add it to the list")
            #expect(administrator.page.html.contains("<h3>Asked &lt;twice&gt;</h3>"))
            administrator.fill("words", "Asked twice or more")
            try await administrator.press("Save Asked <twice>")
            #expect(administrator.page.text.contains("Asked twice or more"))
            try await administrator.press("Retire Asked twice or more")
            #expect(administrator.page.text.contains("Retired. What was said with it keeps its words."))
            #expect(administrator.page.text.contains("Retired Asked twice or more Bring back"))
            try await administrator.press("Bring back Asked twice or more")
            #expect(administrator.page.forms.contains { $0.has(button: "Retire Asked twice or more") })
        }
    }

    @Test func `words that the list has already are refused beside their box, and stay in it`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/reasons")
            administrator.fill("words", "Outside our topics")
            try await administrator.press("Add it to the list")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "words") == "The list has this reason already.")
            administrator.fill("words", "Outside our topics")
            try await administrator.press("Save Too little to go on")
            #expect(administrator.status == 422)
            #expect(administrator.page.html.contains("<details open>"))
            let form = try #require(administrator.page.forms.first { $0.has(button: "Save Too little to go on") })
            #expect(form.value("words") == "Outside our topics")
            #expect(administrator.page.error(of: "words") == nil)
        }
    }

    @Test func `a moderator chooses from the list, and the asker reads it with the sentence`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Would you paint the meeting room green or blue?")
            let id = try #require(try await test.queue().first?.id)
            let reason = try #require(try await test.site.desk.reasons().first)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.html.contains(">Outside our topics</option>"))
            moderator.fill("because", reason.id.description)
            moderator.fill("reason", "No.")
            try await moderator.press("Decline")
            #expect(moderator.status == 422)
            let form = try #require(moderator.page.forms.first { $0.has(button: "Decline") })
            #expect(form.value("because") == reason.id.description, "what was chosen stays")
            moderator.fill("reason", "Ask a painter, who will know.")
            try await moderator.press("Decline")
            try await asker.post("/receipt", [("receipt", receipt)])
            #expect(asker.page.html.contains("<p class=\"pre\">Outside our topics\nAsk a painter, who will know.</p>"))
        }
    }

    @Test func `a reason retired while a moderator wrote is said, and the sentence stays`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let reason = try #require(try await test.site.desk.reasons().first)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            _ = try await test.site.desk.retire(reason.id)
            moderator.fill("because", reason.id.description)
            moderator.fill("reason", "Ask a painter, who will know.")
            try await moderator.press("Decline")
            #expect(moderator.status == 422)
            #expect(
                moderator.page.error(of: "because") == "This reason is not on the list any more. Choose another.")
            #expect(moderator.page.text.contains("Ask a painter, who will know."))
        }
    }
}
