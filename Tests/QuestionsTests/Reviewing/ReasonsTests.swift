import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ReasonsTests {
    private func words(_ open: OpenDesk) async throws -> [String] { try await open.desk.reasons().map(\.words) }

    @Test("A new desk has reasons to begin with, and administrators add, change, retire and bring back")
    func edited() async throws {
        try await withDesk { open in
            let first = try #require(try await open.desk.reasons().first)
            #expect(first.words == "Outside our topics")
            #expect(try await open.desk.reasons().count == 6)
            try await open.desk.add(try Reason.Draft("  Asked\n twice  "))
            #expect(try await words(open).last == "Asked twice")
            #expect(try await open.desk.change(first.id, to: try Reason.Draft("Not one of our topics")))
            #expect(try await words(open).first == "Not one of our topics")
            #expect(try await open.desk.retire(first.id))
            #expect(try await !words(open).contains("Not one of our topics"))
            #expect(
                try await open.desk.allReasons().last
                    == Reason(
                        id: first.id, words: "Not one of our topics", isRetired: true))
            #expect(try await open.desk.retire(first.id, false))
            #expect(try await words(open).first == "Not one of our topics")
            let nothing: ID<Reason> = open.clock.world.id()
            #expect(try await !open.desk.retire(nothing))
            #expect(try await !open.desk.change(nothing, to: try Reason.Draft("Of nothing")))
        }
    }

    @Test("The list holds no words twice, and a reason has words")
    func same() async throws {
        try await withDesk { open in
            let reasons = try await open.desk.reasons()
            let draft = try Reason.Draft(reasons[1].words)
            await #expect(throws: Invalid("words", "The list has this reason already.")) {
                try await open.desk.add(draft)
            }
            await #expect(throws: Invalid.self) { _ = try await open.desk.change(reasons[0].id, to: draft) }
            #expect(try await open.desk.change(reasons[1].id, to: draft), "its own words are no one else's")
            #expect(try await open.desk.retire(reasons[1].id))
            let bringBack = "A retired reason has these words. Bring it back instead."
            await #expect(throws: Invalid("words", bringBack)) { try await open.desk.add(draft) }
        }
        for typed in ["", "  ", "No", String(repeating: "a", count: 121), String(repeating: "👩‍👩‍👧‍👦", count: 60)] {
            #expect(throws: Invalid.self) { try Reason.Draft(typed) }
        }
    }

    @Test("What an asker reads is the reason on a line and the sentence, whatever becomes of the reason")
    func kept() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("My manager Quentin never listens.", receipt: receipt).id
            let reasons = try await open.desk.reasons()
            let grounds = try Grounds(
                chosen: reasons[2].id.description, sentence: " Say it without his name. ", among: reasons)
            try await open.decline(id, grounds.words)
            _ = try await open.desk.change(reasons[2].id, to: try Reason.Draft("In other words"))
            let said = "Names people who could be harmed\nSay it without his name."
            #expect(try await open.standing(receipt).step == .declined(reason: said))
            #expect(try await open.desk.history(of: id, for: open.yasmin).last?.note == said)
        }
    }

    @Test("A sentence alone is enough; one that says nothing, or a reason that is retired, is not")
    func grounds() async throws {
        try await withDesk { open in
            let reasons = try await open.desk.reasons()
            let sentence = "It is another trade's."
            #expect(try Grounds(chosen: "", sentence: sentence, among: reasons).words == sentence)
            #expect(throws: Invalid.self) { try Grounds(chosen: "", sentence: "No.", among: reasons) }
            let first = reasons[0].id.description
            #expect(throws: Invalid.self) { try Grounds(chosen: first, sentence: "", among: reasons) }
            #expect(throws: Invalid.self) { try Grounds(chosen: first, sentence: sentence, among: []) }
        }
    }
}
