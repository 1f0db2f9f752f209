import Foundation
import GRDB
import Markdown
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AnswerDraftTests {
    private static let typed = Answer.Typed(
        text: "Begun, not done", sources: "Acas https://www.acas.org.uk", reviewBy: "2027-06")

    @Test("A draft is kept for its expert, tells nobody else, and ends with the answer")
    func kept() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            let before = try await open.assign(id)
            #expect(try await open.desk.save(Self.typed, over: 0, of: id, by: open.nerys) == 1)
            #expect(try await open.desk.draft(of: id, by: open.nerys) == Answer.Saved(typed: Self.typed, number: 1))
            #expect(try await open.desk.draft(of: id, by: open.desmond) == nil)
            #expect(try await open.now(id).version == before.version)
            #expect(try await open.desk.history(of: id, for: open.yasmin).map(\.act) == ["assigned"])
            try await open.answer(id)
            #expect(try await open.desk.draft(of: id, by: open.nerys) == nil)
        }
    }

    @Test("Two windows notice one another; the same words sent twice do not")
    func windows() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            let other = Answer.Typed(text: "From another window")
            func save(_ typed: Answer.Typed, over number: Int) async throws -> Int {
                try await open.desk.save(typed, over: number, of: id, by: open.nerys)
            }
            #expect(try await save(Self.typed, over: 0) == 1)
            #expect(try await save(Self.typed, over: 0) == 1)
            await #expect(throws: Desk.Refusal.draftChanged) { _ = try await save(other, over: 0) }
            #expect(try await open.desk.draft(of: id, by: open.nerys)?.typed == Self.typed)
            #expect(try await save(other, over: 1) == 2)
        }
    }

    @Test("What is not with an expert takes no draft of theirs, and too much is refused")
    func refused() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.assign(id)
            func saving(_ text: String, by person: PersonID) async -> Desk.Refusal? {
                await open.outcome {
                    _ = try await open.desk.save(Answer.Typed(text: text), over: 0, of: id, by: person)
                }
            }
            #expect(await saving("Mine?", by: open.desmond) == .notYours)
            #expect(await saving(String(repeating: "x", count: 300_000), by: open.nerys) == .tooLong)
            #expect(await saving("Kept", by: open.nerys) == nil)
            try await open.desk.withdraw(receipt)
            #expect(await saving("Too late", by: open.nerys) == .notYours)
            #expect(try await open.rows("answer_draft").isEmpty)
        }
    }

    @Test("An answer's sources, month of review and words are checked, each with its own sentence")
    func checked() throws {
        let today = Day("2026-09-15") ?? Day(number: 0)
        #expect(
            ReviewBy.choices(from: today).map(\.description) == [
                "2026-12", "2027-06", "2027-12", "2028-06", "2028-12", "2029-06",
            ])
        func wrong(_ sources: String, _ review: String = "", _ text: String = OpenDesk.answer) -> [String] {
            do {
                _ = try Answer.Draft(
                    Answer.Typed(text: text, sources: sources, reviewBy: review), today: today)
                return []
            } catch {
                return (error as InvalidFields).all.map(\.field)
            }
        }
        #expect(wrong("Acas guide https://www.acas.org.uk\n\nhttps://gov.uk/a") == [])
        #expect(wrong("No address") == ["sources"])
        #expect(wrong("Bad javascript:alert(1)") == ["sources"])
        #expect(wrong("Mail mailto:a@b.org") == ["sources"])
        #expect(wrong(String(repeating: "https://a.org\n", count: 11)) == ["sources"])
        #expect(wrong("", "2026-11") == ["review"])
        #expect(wrong("", "2026-06") == ["review"])
        #expect(wrong("x", "soon", "Short") == ["text", "sources", "review"])
        #expect(wrong("", "2027-06") == [])
    }

    @Test("Sources and the month of review stand on the published page")
    func published() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            let typed = Answer.Typed(
                text: OpenDesk.answer, sources: "Acas guide https://www.acas.org.uk\nhttps://gov.uk/a",
                reviewBy: "2027-06")
            let draft = try Answer.Draft(typed, today: open.clock.world.today)
            try await open.desk.answer(id, draft, version: 2, by: open.nerys)
            try await open.release(id)
            let answer = try #require(try await open.desk.published(id)?.answers.first)
            #expect(answer.sources.map(\.title) == ["Acas guide", "gov.uk"])
            #expect(answer.sources.map(\.address.text) == ["https://www.acas.org.uk", "https://gov.uk/a"])
            #expect(answer.reviewBy?.description == "2027-06")
            #expect(
                Answer.Typed(answer)
                    == Answer.Typed(
                        text: typed.text, sources: "Acas guide https://www.acas.org.uk\ngov.uk https://gov.uk/a",
                        reviewBy: "2027-06"))
        }
    }
}
