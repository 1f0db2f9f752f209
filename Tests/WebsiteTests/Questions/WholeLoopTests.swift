import Foundation
import Storage
import Testing

/// Ask, moderate, assign, answer, release, read: through the pages alone.
struct WholeLoopTests {
    @Test func `a question is asked, redacted, answered, released, and read by its receipt`() async throws {
        try await withSite { test in
            let asker = test.browser()
            try await asker.open("/ask")
            asker.fill("topic", "careers")
            asker.fill("text", "My manager at Acme Ltd reads my mail. Should I leave Acme Ltd, and when?")
            asker.fill("terms", "yes")
            try await asker.press("Send my question")
            let receipt = try #require(asker.page.receipt)
            #expect(asker.cookies.isEmpty)

            try await test.batch()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            try await moderator.follow("My manager at Acme Ltd reads my mail.")
            moderator.fill("words", "acme ltd")
            moderator.fill("kind", "employer")
            try await moderator.press("Hide these words")
            moderator.fill("expert", test.cast.expert.id.description)
            try await moderator.press("Approve and give to this expert")

            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert")
            try await expert.follow("My manager at [employer] reads my mail.")
            #expect(!expert.page.text.contains("Acme"))
            expert.fill("text", "Ask what the policy says first.\n\nThen talk to someone you trust.")
            try await expert.press("Send the answer")
            #expect(expert.page.text.contains("Your answer waits for a moderator's release."))

            try await moderator.open("/desk")
            try await moderator.follow("My manager")
            try await moderator.press("Publish question and answer")
            #expect(moderator.page.text.contains("Approved. It goes out with the next batch."))
            try await test.batch()

            try await asker.open("/receipt")
            asker.fill("receipt", receipt)
            try await asker.press("Show my question")
            #expect(asker.page.text.contains("Do you agree that it is published like this?"))
            try await asker.press("I agree")
            #expect(asker.page.text.contains("that you agree to what is hidden"))
            try await test.batch()

            try await asker.open("/receipt")
            asker.fill("receipt", receipt.lowercased().replacingOccurrences(of: "-", with: " "))
            try await asker.press("Show my question")
            #expect(asker.page.text.contains("The answer is published."))
            #expect(asker.page.text.contains("Then talk to someone you trust."))

            let reader = test.browser()
            try await reader.open("/questions")
            reader.fill("q", "policy mail")
            try await reader.press("Search")
            try await reader.follow("My manager at [employer] reads my mail.")
            #expect(reader.page.text.contains("Elin Expert"))
            #expect(reader.page.text.contains("Published September 2026"))
            #expect(!reader.page.html.contains("Acme"))
        }
    }

    @Test func `nobody releases their own answer, though they moderate`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let both = try await test.browser(of: test.cast.both)
            try await both.open("/desk/\(id)")
            both.fill("expert", test.cast.both.id.description)
            try await both.press("Approve")
            try await both.open("/expert/\(id)")
            both.fill("text", "An answer that I would like to release myself.")
            try await both.press("Send the answer")
            try await both.open("/desk/\(id)")
            #expect(both.page.text.contains("another moderator has to release it"))
            try await both.post("/desk/\(id)/release", [("version", "3")])
            #expect(both.status == 422)
            try await both.open("/questions")
            #expect(both.page.text.contains("0 questions"))
        }
    }

    @Test func `a declined question tells its asker why`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Can you tell me who at the council leaked the report?")
            try await test.batch()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            try await moderator.follow("Can you tell me who")
            moderator.fill("reason", "We cannot name people. Ask what you may do yourself.")
            try await moderator.press("Decline")
            try await asker.open("/receipt")
            asker.fill("receipt", receipt)
            try await asker.press("Show my question")
            #expect(asker.page.text.contains("We cannot name people. Ask what you may do yourself."))
        }
    }

    @Test func `two moderators at once: the second is told and keeps what they typed`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let first = try await test.browser(of: test.cast.moderator)
            let second = try await test.browser(of: test.cast.both)
            try await first.open("/desk/\(id)")
            try await second.open("/desk/\(id)")
            first.fill("expert", test.cast.expert.id.description)
            try await first.press("Approve")
            second.fill("reason", "This is asked every month already.")
            try await second.press("Decline")
            #expect(second.status == 409)
            #expect(second.page.text.contains("This question changed a moment ago."))
            #expect(second.page.html.contains("This is asked every month already."))
            #expect(second.page.text.contains("With an expert"))
        }
    }
}
