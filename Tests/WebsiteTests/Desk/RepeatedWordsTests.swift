import Questions
import Testing
import Website

struct RepeatedWordsTests {
    @Test func `a moderator is told where an answer says what is hidden, and its expert is not`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion("My manager Quentin Zarquon reads my letters. May he do that?")
            try await test.site.desk.redact(
                "Quentin Zarquon", as: .name, in: id, version: 1, by: test.cast.moderator.id)
            _ = try await test.assigned()
            try await test.answer(id, "Ask Mr Zarquon what he is looking for.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(
                moderator.page.text.contains(
                    "The answer by Elin Expert says “Zarquon”, which is hidden in the question. Readers would see it."))
            // Who may not know it could try names until the desk says that one stands there.
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            #expect(!expert.page.text.contains("hidden in the question"))
            try await test.answer(id, "Ask him what he is looking for.")
            try await moderator.open("/desk/\(id)")
            #expect(!moderator.page.text.contains("hidden in the question"))
        }
    }
}
