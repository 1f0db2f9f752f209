import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct RepeatedWordsTests {
    private func question(_ open: OpenDesk) async throws -> Question {
        let id = try await open.asked("Quentin Zarquon of Vexilbourne says that my team is at fault. Is my team?").id
        try await open.redact("Quentin Zarquon", in: id)
        return try await open.redact("Vexilbourne says that my team", as: .employer, in: id)
    }

    @Test(
        "An answer that says what is hidden is found out, whatever its capitals",
        arguments: [
            ("Ask MR ZARQUON himself, and then Zarquon’s own manager.", ["Zarquon"]),
            ("At Vexilbourne, Quentin is known for it.", ["Quentin", "Vexilbourne"]),
            ("Your team is not at fault; that is how it is.", []), ("Ask them what they mean by it.", []),
            ("Zarquonian rules are others.", []),
        ])
    func repeated(answer: String, words: [String]) async throws {
        try await withDesk { open in
            let question = try await question(open)
            #expect(question.hiddenWords(repeatedIn: answer) == words)
        }
    }

    @Test("Where nothing is hidden nothing is repeated")
    func nothing() async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            #expect(question.hiddenWords(repeatedIn: "How you become a supervisor is told here.").isEmpty)
        }
    }
}
