import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct ReviewQuestionTests {
    @Test func `hidden words can be shown again`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion("My manager Pat at Acme wants me to cover for Pat. May I refuse?")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("words", " pat ")
            moderator.fill("kind", "name")
            try await moderator.press("Hide these words")
            #expect(moderator.page.text.contains("Hidden. You can undo it until the question is released."))
            #expect(moderator.page.html.matches(of: /<span class="redacted" title="Pat">\[name\]/).count == 2)
            try await moderator.press("Show again")
            #expect(moderator.page.text.contains("Shown again."))
            #expect(moderator.page.html.matches(of: /<span class="redacted" title="Pat">\[name\]/).count == 1)
        }
    }

    @Test func `words that are not in the text are named, and what was typed stays`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("words", "Acme <Ltd>")
            moderator.fill("kind", "employer")
            try await moderator.press("Hide these words")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "words")?.hasPrefix("These words do not stand in the text") == true)
            let form = try #require(moderator.page.forms.first { $0.has(button: "Hide these words") })
            #expect(form.value("words") == "Acme <Ltd>")
            #expect(form.value("kind") == "employer")
        }
    }

    @Test(arguments: ["", "   ", "No."])
    func `a question is not declined without a reason`(reason: String) async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("reason", reason)
            try await moderator.press("Decline")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "reason")?.hasPrefix("Write a reason of 10 to 1,000 characters.") == true)
            let waiting = try await test.queue()
            #expect(waiting.count == 1)
        }
    }

    @Test func `a question goes to a person who answers, chosen by topic first`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(
                moderator.page.text.contains("Answers Careers, the topic it was asked under. Holds no open question."))
            try await moderator.press("Approve")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "expert") == "Choose the expert who should answer.")
            try await moderator.post(
                "/desk/\(id)/assignment", [("version", "1"), ("expert", test.cast.member.id.description)])
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "expert") == "This person does not answer questions. Choose an expert.")
        }
    }

    @Test func `a decided question shows what was decided and takes no more`() async throws {
        try await withSite { test in
            let id = try await test.publish("Is there a way back after ten years?", "There is, and many have gone it.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Published"))
            #expect(!moderator.page.forms.contains { $0.action.hasPrefix("/desk/") })
            try await moderator.post("/desk/\(id)/refusal", [("version", "4"), ("reason", "Too late for a reason.")])
            #expect(moderator.status == 422)
            #expect(moderator.page.text.contains("This question is no longer open for that."))
            try await test.browser().open("/questions/\(id)")
        }
    }

    @Test func `the queue tells what waits and for how long, and a question that is none is not there`() async throws {
        try await withSite { test in
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("Nothing waits"))
            _ = try await test.waitingQuestion()
            test.world.advance(days: 3)
            let given = try await test.assigned()
            _ = try await test.waitingQuestion("Another question that has only just arrived.")
            try await moderator.open("/desk")
            let words = moderator.page.text
            #expect(words.contains("All 2 up to 3 days Urgent 0 To review 1 To release 0"))
            #expect(words.contains("With an expert 1 up to 3 days"))
            #expect(words.contains("All topics 2 Careers 2"))
            #expect(words.contains("How do I tell my manager that I want to leave? With Elin Expert Careers · 3 days"))
            #expect(words.contains("Another question that has only just arrived. Received Careers · today"))
            try await moderator.open("/desk/\(given)")
            #expect(moderator.status == 200)
            try await moderator.open("/desk/\(test.cast.member.id)")
            #expect(moderator.status == 404)
        }
    }

    @Test func `every decision stands in the history, by the month alone once the question is decided`() async throws {
        try await withSite { test in
            let id = try await test.publish("Is there a way back after ten years?", "There is, and many have gone it.")
            let open = try await test.assigned()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/history")
            let rows = moderator.page.html.matches(
                of: /"When">([^<]*)<\/td><td data-label="Who">([^<]*)<.*?"What">([^<]*)</
            )
            .map { "\($0.1): \($0.2) \($0.3)" }
            #expect(
                rows == [
                    "15 September 2026: Mo Moderator assigned", "September 2026: Mo Moderator assigned",
                    "September 2026: Elin Expert answered", "September 2026: Mo Moderator released",
                ])
            #expect(moderator.page.html.contains("/desk/\(id)") && moderator.page.html.contains("/desk/\(open)"))
        }
    }
}
