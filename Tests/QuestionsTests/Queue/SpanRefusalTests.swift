import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct SpanRefusalTests {
    @Test(
        "Words that would be hidden in part, or that cut a character, are refused and nothing is hidden",
        arguments: [
            ("Smith, not", Desk.Refusal.overlapsHidden), ("Ask Jane", .overlapsHidden),
            ("Jane Smith, not", .overlapsHidden), ("Jane Smith", .wordsNotFound), ("Jane", .wordsNotFound),
            ("👩", .splitsCharacter), ("\u{200D}🚀", .splitsCharacter), ("Cafe", .splitsCharacter),
            ("Nowhere", .wordsNotFound), ("", .wordsNotFound),
        ])
    func refused(words: String, expected: Desk.Refusal) async throws {
        try await withDesk { open in
            let id = try await open.asked("Ask Jane Smith, not the 👩‍🚀 of the Cafe\u{301} there.").id
            let version = try await open.redact("Jane Smith", in: id).version
            let before = try await open.rows()
            let refusal = await open.outcome {
                try await open.desk.redact(words, as: .place, in: id, version: version, by: open.yasmin)
            }
            #expect(refusal == expected)
            #expect(try await open.rows() == before)
        }
    }

    @Test("Words that are hidden in one place whole are hidden in the others")
    func elsewhere() async throws {
        try await withDesk { open in
            let id = try await open.asked("Ask Jane Smith, or Smith the elder.").id
            try await open.redact("Jane Smith", in: id)
            #expect(try await open.redact("Smith", in: id).redacted == "Ask [name], or [name] the elder.")
        }
    }

    @Test("Hiding can be undone until the release is out: before the batch that takes the release back, after it never")
    func undone() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("My manager Quentin never listens to me.", receipt: receipt).id
            try await open.redact("Quentin", in: id)
            try await open.assign(id)
            try await open.answer(id)
            let version = try await open.approve(id).version
            try await open.desk.restore(spanAt: 11, in: id, version: version, by: open.yasmin)
            let shown = try await open.now(id)
            #expect(shown.redacted.contains("Quentin") && shown.step == .answered(by: open.nerys))
            try await open.redact("Quentin", in: id)
            try await open.approve(id)
            try await open.bringIn(.agree, receipt)
            let out = try await open.now(id)
            #expect(out.step == .published)
            let refusal = await open.outcome {
                try await open.desk.restore(spanAt: 11, in: id, version: out.version, by: open.yasmin)
            }
            #expect(refusal == .gone)
        }
    }
}
