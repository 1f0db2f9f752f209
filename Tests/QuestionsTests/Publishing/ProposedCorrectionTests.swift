import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ProposedCorrectionTests {
    private func propose(_ words: String, of id: ID<Question>, _ open: OpenDesk) async throws {
        let typed = Answer.Typed(text: words, sources: "Acas https://www.acas.org.uk", reviewBy: "2027-06")
        try await open.desk.propose(
            try Answer.Draft(typed, today: open.clock.world.today),
            note: try PublicNote("A figure that was wrong.", field: "note"), of: id, by: open.nerys)
    }

    @Test("What an expert proposes changes nothing that readers see, and no other window's page")
    func unseen() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            let before = try #require(try await open.desk.published(id))
            try await propose("It takes pelargoniums and a year.", of: id, open)
            let after = try #require(try await open.desk.published(id))
            #expect(after.answers == before.answers)
            #expect(after.version == before.version)
            #expect(try await open.found("pelargoniums").isEmpty)
            #expect(
                try await open.desk.proposedCorrections().map(\.typed.text) == ["It takes pelargoniums and a year."])
            #expect(try await open.acts(on: id).last == "proposed a correction")
            #expect(try await !open.rows("proposed_correction").joined().contains("2026-09"))
        }
    }

    @Test("A moderator corrects the answer, and the proposal is over; its author does not decide on it")
    func corrected() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            try await propose("It takes a year and a half.", of: id, open)
            try await propose("It takes a year, and somebody who asks.", of: id, open)
            let proposed = try #require(try await open.desk.proposedCorrection(of: id, by: open.nerys))
            let version = try #require(try await open.desk.published(id)).version
            let draft = try Answer.Draft(proposed.typed, today: open.clock.world.today)
            let note = try PublicNote(proposed.note, field: "note")
            await #expect(throws: Desk.Refusal.ownAnswer) {
                try await open.desk.correct(open.nerys, of: id, to: draft, note: note, version: version, by: open.nerys)
            }
            await #expect(throws: Desk.Refusal.ownWords) {
                try await open.desk.dismissCorrection(of: id, by: open.nerys, person: open.nerys)
            }
            try await open.desk.correct(open.nerys, of: id, to: draft, note: note, version: version, by: open.yasmin)
            let answer = try #require(try await open.desk.published(id)?.answers.first)
            #expect(answer.text == "It takes a year, and somebody who asks.")
            #expect(answer.sources.map(\.title) == ["Acas"])
            #expect(answer.reviewBy?.description == "2027-06")
            #expect(try await open.desk.countOfProposedCorrections() == 0)
        }
    }

    @Test("One that is dismissed is gone, and a second dismissal finds nothing")
    func dismissed() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            try await propose("It takes a year and a half.", of: id, open)
            try await open.desk.dismissCorrection(of: id, by: open.nerys, person: open.yasmin)
            #expect(try await open.desk.proposedCorrections().isEmpty)
            #expect(try await open.acts(on: id).last == "dismissed a correction")
            await #expect(throws: Desk.Refusal.gone) {
                try await open.desk.dismissCorrection(of: id, by: open.nerys, person: open.yasmin)
            }
        }
    }

    @Test("Nobody proposes for another's answer, nor for a page that is gone; with the page its proposals go")
    func refused() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            let note = try PublicNote("A figure that was wrong.", field: "note")
            let draft = try Answer.Draft("It takes a year and a half.")
            await #expect(throws: Desk.Refusal.notYours) {
                try await open.desk.propose(draft, note: note, of: id, by: open.desmond)
            }
            try await propose("It takes a zinnia and a half.", of: id, open)
            let version = try #require(try await open.desk.published(id)).version
            try await open.desk.takeDown(
                id, reason: try PublicNote("It names a person.", field: "reason"), version: version, by: open.yasmin)
            #expect(try await open.rows("proposed_correction").isEmpty)
            await #expect(throws: Desk.Refusal.gone) { try await propose("It takes a year and a half.", of: id, open) }
        }
    }
}
