import Storage
import Testing

@testable import Questions

@Suite struct DraftTests {
    private static func letters(_ count: Int) -> String { String(repeating: "q", count: count) }

    private func topics() throws -> [Topic] { [try Topic(name: "Careers", about: "")] }

    @Test(
        "What is wrong is said field by field, in the form's order",
        arguments: [
            ("careers", letters(20), true, [String]()),
            ("careers", letters(5_000), true, []),
            ("careers", letters(19), true, ["text"]),
            ("careers", "", true, ["text"]),
            ("careers", "   " + letters(19) + "\r\n\r\n", true, ["text"]),
            ("careers", String(repeating: "\u{0}", count: 50), true, ["text"]),
            ("careers", letters(5_001), true, ["text"]),
            ("careers", letters(20), false, ["terms"]),
            ("", letters(20), true, ["topic"]),
            ("Careers", letters(20), true, ["topic"]),
            ("elsewhere", "short", false, ["topic", "text", "terms"]),
        ])
    func rules(topic: String, text: String, agreed: Bool, fields: [String]) throws {
        let topics = try topics()
        func wrong() -> [Invalid] {
            do {
                _ = try Question.Draft(topic: topic, text: text, agreed: agreed, topics: topics)
                return []
            } catch { return error.all }
        }
        #expect(wrong().map(\.field) == fields)
        #expect(wrong().allSatisfy { $0.sentence.hasSuffix(".") })
    }

    @Test("A text that is too long is told its length")
    func length() throws {
        let topics = try topics()
        let error = #expect(throws: InvalidFields.self) {
            try Question.Draft(topic: "careers", text: Self.letters(5_002), agreed: true, topics: topics)
        }
        #expect(error?.all.first?.sentence.contains("it has 5002") == true)
    }

    @Test("Letters are counted as people count them")
    func counted() throws {
        let text = String(repeating: "👩🏽‍🚀", count: 20)
        let draft = try Question.Draft(topic: "careers", text: text, agreed: true, topics: try topics())
        #expect(draft.text == text)
    }

    @Test("A draft holds what was meant: one kind of line end, no control characters")
    func cleaned() throws {
        let typed = "  How do I begin?\r\n\r\nI am\u{2} new\u{0} here.  "
        let draft = try Question.Draft(topic: "careers", text: typed, agreed: true, topics: try topics())
        #expect(draft.text == "How do I begin?\n\nI am new here.")
    }

    @Test(
        "An answer has 20 to 20,000 characters", arguments: [(19, false), (20, true), (20_000, true), (20_001, false)])
    func answers(length: Int, isAnswer: Bool) {
        #expect(((try? Answer.Draft(Self.letters(length))) != nil) == isAnswer)
    }
}
