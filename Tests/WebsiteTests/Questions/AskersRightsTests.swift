import Foundation
import Questions
import Storage
import Testing
import Website

/// What an asker can decide through the receipt, by the forms that are on the page.
struct AskersRightsTests {
    /// A browser that has asked and opened its receipt.
    private func asker(_ test: TestSite, _ text: String) async throws -> (Browser, receipt: String, ID<Question>) {
        let browser = test.browser()
        let receipt = try await browser.ask(text)
        let id = try #require(try await test.queue().first { $0.text == text }?.id)
        try await open(receipt, in: browser)
        return (browser, receipt, id)
    }

    private func open(_ receipt: String, in browser: Browser) async throws {
        try await browser.open("/receipt")
        browser.fill("receipt", receipt)
        try await browser.press("Show my question")
    }

    @Test func `a withdrawn question is gone from the desk at once`() async throws {
        try await withSite { test in
            let (asker, _, id) = try await asker(test, "My partner works there too, may I say so?")
            try await asker.press("Withdraw my question")
            #expect(asker.page.text.contains("You have withdrawn it."))
            #expect(!asker.page.text.contains("My partner works there too"))
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.status == 404)
        }
    }

    @Test func `a private answer is read at the receipt and published nowhere`() async throws {
        try await withSite { test in
            let (asker, receipt, id) = try await asker(test, "May I keep working while I am being investigated?")
            try await asker.press("Keep it private")
            #expect(asker.page.text.contains("that the answer is for you alone"))
            #expect(try await test.queue().count == 1)
            _ = try await test.assigned()
            try await test.answer(id, "You may, unless they suspend you in writing.")
            try await test.release(id)
            try await open(receipt, in: asker)
            #expect(asker.page.text.contains("You may, unless they suspend you in writing."))
            #expect(try await test.site.desk.browse(topic: nil, page: 1).total == 0)
        }
    }

    @Test func `an expert asks, the asker replies, and nothing of it is published`() async throws {
        try await withSite { test in
            let (asker, receipt, id) = try await asker(test, "Should I accept the new contract they offer me?")
            _ = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("clarification", "Is the new contract for a fixed term?")
            try await expert.press("Ask the asker")
            try await open(receipt, in: asker)
            #expect(asker.page.text.contains("Is the new contract for a fixed term?"))
            asker.fill("reply", "It is, for two years.")
            try await asker.press("Send the reply")
            #expect(asker.page.text.contains("your reply to the expert"))
            try await expert.open("/expert/\(id)")
            #expect(!expert.page.text.contains("for two years"), "it comes with the next batch")
            try await test.batch()
            try await expert.open("/expert/\(id)")
            #expect(expert.page.text.contains("It is, for two years."))
            try await test.answer(id, "Then have the end date written down.")
            try await test.release(id)
            let page = try await #require(test.site.desk.published(id))
            #expect(!page.text.contains("two years"))
        }
    }

    @Test func `who is kept from a question does not see it, and cannot be given it`() async throws {
        try await withSite { test in
            let (asker, _, id) = try await asker(test, "How do I complain about somebody who answers here?")
            asker.tick("person", test.cast.both.id.description)
            try await asker.press("Keep it from those ticked")
            try await test.batch()
            let both = try await test.browser(of: test.cast.both)
            try await both.open("/desk/\(id)")
            #expect(both.status == 404)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("expert", test.cast.both.id.description)
            try await moderator.press("Approve")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "expert")?.hasPrefix("The asker keeps this question from") == true)
        }
    }

    @Test func `changes are asked for, and the asker sends other words`() async throws {
        try await withSite { test in
            let (asker, receipt, id) = try await asker(test, "What do you think about what Jo in stores did?")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("changes", "Leave out the person and ask what you may do.")
            try await moderator.press("Ask for changes")
            try await open(receipt, in: asker)
            #expect(asker.page.text.contains("Leave out the person and ask what you may do."))
            asker.fill("text", "What may I do when a colleague takes stock home?")
            try await asker.press("Send it in these words")
            let words = try await test.queue().map(\.text)
            #expect(words == ["What may I do when a colleague takes stock home?"])
        }
    }

    @Test func `an act on what has changed since is refused, and what was typed comes back`() async throws {
        try await withSite { test in
            let (asker, receipt, id) = try await asker(test, "May I see what Hilary Pemberwick wrote about me?")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("words", "Hilary Pemberwick")
            try await moderator.press("Hide these words")
            try await asker.post(
                "/receipt/objection",
                [("receipt", receipt), ("version", "1"), ("text", "In these words, please, or not.")])
            #expect(asker.status == 409)
            #expect(asker.page.text.contains("The desk has gone on since you opened this page."))
            #expect(asker.page.html.contains("In these words, please, or not."))
        }
    }
}
