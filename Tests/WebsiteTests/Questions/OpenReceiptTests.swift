import Foundation
import Testing

struct OpenReceiptTests {
    @Test func `a slip, a wrong length, a letter that is none and a stranger's receipt are told apart`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Is there a way back after ten years away?")
            let letters = Array(receipt)
            var slipped = letters
            slipped[3] = letters[3] == "7" ? "8" : "7"
            let elsewhere = try await withOtherReceipt(test)
            let cases = [
                (String(slipped), "One of the letters or digits seems mistyped. Compare them group by group."),
                (
                    String(letters.dropLast()),
                    "A receipt has 28 letters and digits; this one has 27. Compare it with what you wrote down."
                ),
                (
                    "UUUU" + receipt.dropFirst(4),
                    "A receipt has only digits and the letters A to Z without U. Look for a slip."
                ),
                (elsewhere, "No question has this receipt. Compare it with what you saved."),
            ]
            for (typed, sentence) in cases {
                try await asker.open("/receipt")
                asker.fill("receipt", typed)
                try await asker.press("Show my question")
                #expect(asker.status == 422)
                #expect(asker.page.error(of: "receipt") == sentence)
                #expect(asker.page.forms.contains { $0.value("receipt") == typed }, "what was typed stays")
            }
        }
    }

    @Test(
        arguments: [
            { (receipt: String) in receipt }, { $0.lowercased() }, { $0.replacingOccurrences(of: "-", with: "") },
            { $0.replacingOccurrences(of: "-", with: " ") + "\r\n" }, { $0.replacingOccurrences(of: "0", with: "O") },
            { $0.replacingOccurrences(of: "1", with: "l") },
        ] as [@Sendable (String) -> String])
    func `a receipt is read however it was written down`(written: @Sendable (String) -> String) async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Is there a way back after ten years away?")
            try await asker.open("/receipt")
            asker.fill("receipt", written(receipt))
            try await asker.press("Show my question")
            #expect(asker.status == 200)
            #expect(asker.page.text.contains("Is there a way back after ten years away?"))
        }
    }

    @Test func `each step is told in words, and the answer only once it is published`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Is there a way back after ten years away?")
            func now() async throws -> String {
                try await asker.post("/receipt", [("receipt", receipt)])
                return asker.page.text
            }
            #expect(try await now().contains("It has arrived"))
            try await test.batch()
            #expect(try await now().contains("A moderator will read it next"))
            let id = try await test.assigned()
            #expect(try await now().contains("an expert is working on an answer"))
            try await test.answer(id, "There is, and many have gone it before you.")
            let answered = try await now()
            #expect(answered.contains("A moderator reads the answer before it is published."))
            #expect(!answered.contains("many have gone it"))
            try await test.release(id)
            #expect(try await now().contains("There is, and many have gone it before you."))
            #expect(asker.page.link("See the published page") == "/questions/\(id)")
        }
    }

    /// A receipt in the right form that no question of this site has.
    private func withOtherReceipt(_ test: TestSite) async throws -> String {
        let asker = test.browser()
        try await asker.open("/ask")
        return try #require(asker.page.forms.compactMap { $0.value("receipt") }.first)
    }
}
