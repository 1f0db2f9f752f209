import Questions
import Testing
import Website

/// What stands at a receipt that is mistyped, withdrawn, or too late.
struct ComingBackTests {
    @Test func `a withdrawn question leaves no empty place where its words stood, and a way on`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("My partner works there too, may I say so?")
            try await asker.post("/receipt", [("receipt", receipt)])
            #expect(asker.page.text.contains("What you asked"))
            try await asker.press("Withdraw my question")
            #expect(asker.page.text.contains("Nobody at the desk can see it, and its words are deleted."))
            #expect(!asker.page.text.contains("What you asked"))
            #expect(asker.page.link("Ask another question") == "/ask")
        }
    }

    @Test func `a mistyped receipt is shown group by group beside what is wrong with it`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Is there a way back after ten years away?")
            try await asker.open("/receipt")
            asker.fill("receipt", receipt.replacing("-", with: "").dropLast().lowercased())
            try await asker.press("Show my question")
            #expect(asker.status == 422)
            #expect(asker.page.text.contains("You typed: \(receipt.replacing("-", with: " ").dropLast())"))
            try await asker.open("/receipt")
            try await asker.press("Show my question")
            #expect(!asker.page.text.contains("You typed"))
        }
    }

    @Test func `an appeal that comes too late or with a slip in the receipt gives its words back`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("May I be sent home without pay?")
            let appeal = "It is about many of us, and no name stands in it."
            for (typed, status) in [(receipt, 409), ("mistyped", 422)] {
                try await asker.post(
                    "/receipt/appeal", [("receipt", typed), ("version", "1"), ("appeal", appeal)])
                #expect(asker.status == status)
                #expect(asker.page.html.contains("\(appeal)</textarea>"))
            }
        }
    }

    @Test func `what was sent and waits for the batch stands in its box, and is not asked for again`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("May I be sent home without pay at Larkhill?")
            let id = try #require(try await test.queue().first?.id)
            try await test.site.desk.redact("Larkhill", as: .employer, in: id, version: 1, by: test.cast.moderator.id)
            _ = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("clarification", "Is it in your contract?")
            try await expert.press("Ask the asker")
            try await asker.post("/receipt", [("receipt", receipt)])
            asker.fill("reply", "It is not.")
            try await asker.press("Send the reply")
            #expect(asker.page.forms.contains { $0.value("reply") == "It is not." })
            #expect(asker.page.text.contains("It is sent, and goes to the desk with the next batch."))
            #expect(asker.page.text.contains("Do you agree that it is published like this?"))
            try await asker.press("I agree")
            #expect(asker.page.text.contains("You agree that it is published like this."))
            #expect(!asker.page.forms.contains { $0.has(button: "I agree") })
            asker.fill("text", "May I be sent home without pay at a hospital?")
            try await asker.press("Not in those words")
            #expect(asker.page.text.contains("You do not agree that it is published like this."))
            #expect(asker.page.forms.contains { $0.value("text") == "May I be sent home without pay at a hospital?" })
        }
    }
}
