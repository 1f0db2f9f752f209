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
}
