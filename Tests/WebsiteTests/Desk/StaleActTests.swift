import Foundation
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

/// What somebody reads whose question changed, or went, while they typed; and that their words come back.
struct StaleActTests {
    private static let answer = "A long answer that took me the whole evening."

    /// A question with an expert, by the receipt of its asker.
    private func given(_ test: TestSite) async throws -> (ID<Question>, Receipt) {
        let typed = try await test.browser().ask("How do I tell my manager that I want to leave?")
        return (try await test.assigned(), try Receipt(typed))
    }

    @Test func `every desk form that is stale says what changed, and who did it`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await test.site.desk.redact("manager", as: .employer, in: id, version: 1, by: test.cast.both.id)
            let forms: [(String, [(String, String)], String)] = [
                ("redactions", [("words", "I want"), ("kind", "name")], "I want"),
                ("redactions/14/delete", [], ""), ("assignment", [("expert", test.cast.expert.id.description)], ""),
                ("refusal", [("reason", "This is asked every month.")], "This is asked every month."),
                ("changes", [("changes", "How large is your team?")], "How large is your team?"),
                ("wording", [], ""), ("release", [], ""), ("release/delete", [], ""), ("private-answer", [], ""),
                ("urgency", [], ""), ("urgency/delete", [], ""), ("duplicate", [], ""),
            ]
            for (form, fields, typed) in forms {
                try await moderator.post("/desk/\(id)/\(form)", [("version", "1")] + fields)
                #expect(moderator.status == 409, "\(form)")
                #expect(moderator.page.text.contains("Since you opened it Bea Both: redacted – “employer”"), "\(form)")
                #expect(typed.isEmpty || moderator.page.html.contains(typed), "\(form) loses what was typed")
            }
            // Wrong and stale at once: both are said, so that mending the one does not hide the other.
            try await moderator.post("/desk/\(id)/refusal", [("version", "1"), ("reason", "No.")])
            #expect(moderator.status == 422)
            #expect(moderator.page.text.contains("Since you opened it Bea Both: redacted"))
        }
    }

    @Test func `a question withdrawn while a moderator types gives the words back`() async throws {
        try await withSite { test in
            let receipt = try Receipt(try await test.browser().ask("How do I tell my manager that I want to leave?"))
            let id = try #require(try await test.queue().first?.id)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("changes", "Please tell us how large your team is.")
            try await test.site.desk.withdraw(receipt)
            try await moderator.press("Ask for changes")
            #expect(moderator.status == 409)
            #expect(moderator.page.text.contains("The asker withdrew it."))
            #expect(moderator.page.html.contains("Please tell us how large your team is."))
            #expect(!moderator.page.text.contains("my manager"))
        }
    }

    @Test func `a question that another moderator decided says so and gives the words back`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            try await test.site.desk.decline(id, reason: "It names people.", version: 1, by: test.cast.both.id)
            moderator.fill("changes", "Please tell us how large your team is.")
            try await moderator.press("Ask for changes")
            #expect(moderator.status == 409)
            #expect(moderator.page.text.contains("Bea Both: declined – “It names people.”"))
            #expect(moderator.page.html.contains("Please tell us how large your team is."))
        }
    }

    @Test func `that the asker changed the words is told to who decided on the old ones`() async throws {
        try await withSite { test in
            let receipt = try Receipt(try await test.browser().ask("How do I tell my manager that I want to leave?"))
            let id = try #require(try await test.queue().first?.id)
            let remark = try Remark("Please say more about it.", field: "changes")
            try await test.site.desk.askForChanges(id, remark, version: 1, by: test.cast.moderator.id)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            let words = try Question.Wording("How do I tell my team that I want to leave?")
            try await test.site.desk.take(.resubmit(words), through: receipt, version: 2)
            try await test.batch()
            moderator.fill("reason", "This is asked every month already.")
            try await moderator.press("Decline")
            #expect(moderator.status == 409)
            #expect(moderator.page.text.contains("Since you opened it The asker changed the words."))
        }
    }

    @Test(arguments: [
        ("answer", "text", answer), ("return", "reason", "I know the employer."),
        ("clarification", "clarification", "Is it for a fixed term?"),
    ])
    func `an expert whose question was withdrawn, or went to somebody else, keeps the words`(
        form: String, field: String, typed: String
    ) async throws {
        try await withSite { test in
            let expert = try await test.browser(of: test.cast.expert)
            let (withdrawn, receipt) = try await given(test)
            try await test.site.desk.withdraw(receipt)
            try await expert.post("/expert/\(withdrawn)/\(form)", [("version", "2"), (field, typed)])
            #expect(expert.status == 409)
            #expect(expert.page.text.contains("The asker withdrew it."))
            #expect(expert.page.html.contains(typed))

            let (moved, _) = try await given(test)
            try await test.site.desk.assign(moved, to: test.cast.both.id, version: 2, by: test.cast.moderator.id)
            try await expert.post("/expert/\(moved)/\(form)", [("version", "2"), (field, typed)])
            #expect(expert.status == 409)
            #expect(expert.page.text.contains("Mo Moderator: assigned"))
            #expect(expert.page.html.contains(typed))
            #expect(!expert.page.text.contains("my manager"))
        }
    }

    @Test func `an expert whose question changed is told what, and the answer stays in its box`() async throws {
        try await withSite { test in
            let (id, _) = try await given(test)
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            try await test.site.desk.redact("manager", as: .employer, in: id, version: 2, by: test.cast.moderator.id)
            expert.fill("text", Self.answer)
            try await expert.press("Send the answer")
            #expect(expert.status == 409)
            #expect(expert.page.text.contains("Since you opened it Mo Moderator: redacted – “employer”"))
            #expect(expert.page.forms.contains { $0.value("text") == Self.answer })
            try await expert.press("Send the answer")
            #expect(expert.page.text.contains("Your answer waits for a moderator's release."))
        }
    }

    @Test func `an expert who left while writing keeps the answer, and who chose them is told`() async throws {
        try await withSite { test in
            let (id, _) = try await given(test)
            let waiting = try await test.waitingQuestion("May I refuse to sign a report that I did not write?")
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("text", Self.answer)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(waiting)")
            moderator.fill("expert", test.cast.expert.id.description)

            try await test.site.directory.set(roles: [.member], of: test.cast.expert.id)
            try await test.site.desk.removeExpert(test.cast.expert.id)
            try await expert.press("Send the answer")
            #expect(expert.status == 403)
            #expect(expert.page.html.contains(Self.answer))
            try await moderator.press("Approve")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "expert") == "This person does not answer questions. Choose an expert.")
        }
    }

    @Test func `a reply to a question that was withdrawn in another window is given back`() async throws {
        try await withSite { test in
            let typed = try await test.browser().ask("How do I tell my manager that I want to leave?")
            let id = try await test.assigned()
            let remark = try Remark("Is it for a fixed term?", field: "clarification")
            try await test.site.desk.clarify(id, remark, version: 2, by: test.cast.expert.id)
            let asker = test.browser()
            try await asker.open("/receipt")
            asker.fill("receipt", typed)
            try await asker.press("Show my question")
            asker.fill("reply", "Yes, for two years, and it ends in May.")
            try await test.site.desk.withdraw(try Receipt(typed))
            try await asker.press("Send the reply")
            #expect(asker.status == 409)
            #expect(asker.page.text.contains("You have withdrawn it."))
            #expect(asker.page.html.contains("Yes, for two years, and it ends in May."))
        }
    }

    @Test func `words that are hidden in part, or cut an emoji, come back with a plain sentence`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion("Ask Jane Smith, not the 👩‍🚀 of the office there.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("words", "Jane Smith")
            moderator.fill("kind", "name")
            try await moderator.press("Hide these words")
            #expect(moderator.page.text.contains("Preview of what will be published Ask [name], not the 👩‍🚀"))
            for (words, sentence) in [
                ("Smith, not", "Part of these words is hidden"), ("👩", "These words begin or end"),
            ] {
                moderator.fill("words", words)
                try await moderator.press("Hide these words")
                #expect(moderator.status == 422)
                #expect(moderator.page.error(of: "words")?.hasPrefix(sentence) == true)
                #expect(moderator.page.forms.contains { $0.value("words") == words })
            }
        }
    }
}
