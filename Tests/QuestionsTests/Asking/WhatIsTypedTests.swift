import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct WhatIsTypedTests {
    private static let long = String(repeating: "é", count: 5_001)

    @Test(
        "A remark, a reply and new words are checked, each with a sentence for its field",
        arguments: [
            ("remark", "", "Write 10 to 1,000"), ("remark", " nine ch. ", "Write 10 to 1,000"),
            ("remark", long, "Write 10 to 1,000"), ("reply", " \r\n\u{0}", "Write your reply."),
            ("reply", long, "5,000 characters; it has 5001"), ("text", "Too short.", "at least 20"),
            ("text", long, "it has 5001"),
        ])
    func refused(field: String, typed: String, sentence: String) {
        func check() throws {
            switch field {
            case "remark": _ = try Remark(typed, field: "remark")
            case "reply": _ = try Reply(typed)
            default: _ = try Question.Wording(typed)
            }
        }
        let error = #expect(throws: Invalid.self) { try check() }
        #expect(error?.field == field)
        #expect(error?.sentence.contains(sentence) == true, "\(error?.sentence ?? "")")
    }

    @Test("What is taken is kept without what nobody sees")
    func cleaned() throws {
        #expect(try Remark(" Say\r\nmore\u{7} please. ", field: "remark").text == "Say\nmore please.")
        #expect(try Reply("7").text == "7")
    }

    @Test("Nothing is decided with a receipt nobody used")
    func unknown() async throws {
        try await withDesk { open in
            await #expect(throws: Desk.Refusal.gone) {
                try await open.desk.take(.keepPrivate, through: Receipt(from: open.clock.world), version: 0)
            }
            let kept = try await open.rows("pending")
            #expect(kept.isEmpty)
        }
    }
}
