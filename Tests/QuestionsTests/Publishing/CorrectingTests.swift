import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct CorrectingTests {
    private func note(_ text: String = "The figure was wrong.") throws -> PublicNote {
        try PublicNote(text, field: "note")
    }

    @Test("A page that is taken down is gone from everything that could show it, and its words from the file")
    func takenDown() async throws {
        try await withDesk { open in
            let id = try await open.published(
                "May I keep a heliotrope here?", answer: "A pelargonium is wiser, I think."
            ).id
            let stays = try await open.published("May I keep a begonia here?").id
            open.clock.advance(days: 80)
            try await open.desk.forget()
            let version = try #require(try await open.desk.published(id)).version
            try await open.desk.takeDown(id, reason: try note("It named a person."), version: version, by: open.yasmin)
            #expect(try await open.desk.published(id) == nil)
            #expect(try await open.desk.latest(10).map(\.id) == [stays])
            #expect(try await open.desk.latestTexts(10).map(\.id) == [stays])
            #expect(try await open.desk.browse(topic: "careers", page: 1).items.map(\.id) == [stays])
            #expect(try await open.found("heliotrope").isEmpty)
            for month in try await open.desk.sitemapMonths() {
                #expect(try await open.desk.sitemap(of: month) == [stays])
            }
            guard case .takenDown(let reason, let month) = try await open.desk.page(of: id) else {
                return #expect(Bool(false), "nothing tells why")
            }
            #expect(reason == "It named a person.")
            #expect(month.description == "2026-12")
            let line = try #require(try await open.desk.history(for: open.alasdair).first { $0.act == "took down" })
            #expect(line.when == "2026-12")
            _ = try await open.desk.vacuum()
            for word in ["heliotrope", "pelargonium", "heliotrop", "pelargonium"] {
                #expect(try open.files(holding: Data(word.utf8)).isEmpty, "\(word)")
            }
            #expect(try !open.files(holding: Data("begonia".utf8)).isEmpty)
        }
    }

    @Test("A change to a page is refused once another has changed it, and where it is gone")
    func stale() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            let version = try #require(try await open.desk.published(id)).version
            try await open.desk.takeDown(id, reason: try note(), version: version, by: open.yasmin)
            let reason = try note()
            #expect(
                await open.outcome {
                    try await open.desk.takeDown(id, reason: reason, version: version, by: open.yasmin)
                } == .gone)
            let other = try await open.published("Is there a way back?").id
            #expect(
                await open.outcome {
                    try await open.desk.takeDown(other, reason: reason, version: 99, by: open.yasmin)
                } == .changedMeanwhile)
        }
    }

    @Test("A corrected answer is found by its new words alone, with a note and a month, and not by its author's hand")
    func corrected() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I price a pot?", answer: "Charge twice the zirconium it takes.")
                .id
            let version = try #require(try await open.desk.published(id)).version
            let typed = Answer.Typed(
                text: "Charge **thrice** the feldspar it takes.", sources: "Potters https://potters.example",
                reviewBy: "2027-06")
            let draft = try Answer.Draft(typed, today: open.clock.world.today)
            let note = try note()
            func correcting(by person: PersonID) async -> Desk.Refusal? {
                await open.outcome {
                    try await open.desk.correct(
                        open.nerys, of: id, to: draft, note: note, version: version, by: person)
                }
            }
            #expect(await correcting(by: open.nerys) == .ownAnswer)
            #expect(await correcting(by: open.yasmin) == nil)
            #expect(await correcting(by: open.yasmin) == .changedMeanwhile)
            let answer = try #require(try await open.desk.published(id)?.answers.first)
            #expect(answer.text == typed.text)
            #expect(answer.sources.map(\.title) == ["Potters"])
            #expect(answer.correction?.note == "The figure was wrong.")
            #expect(answer.correction?.month.description == "2026-09")
            #expect(try await open.found("zirconium").isEmpty)
            #expect(try await open.found("thrice") == [id])
        }
    }

    @Test("A newer page takes an older one's place, both say so, and no circle can be made")
    func superseded() async throws {
        try await withDesk { open in
            let old = try await open.published("How do I price a pot?").id
            let new = try await open.published("How do I price a pot now?").id
            func superseding(_ id: ID<Question>, by newer: ID<Question>?) async throws -> Desk.Refusal? {
                let version = try #require(try await open.desk.published(id)).version
                return await open.outcome {
                    try await open.desk.supersede(id, by: newer, version: version, person: open.yasmin)
                }
            }
            #expect(try await superseding(old, by: old) == .noSuccessor)
            #expect(try await superseding(old, by: open.clock.world.id()) == .noSuccessor)
            #expect(try await superseding(old, by: new) == nil)
            #expect(try await superseding(new, by: old) == .noSuccessor)
            #expect(try await open.desk.published(old)?.successor?.id == new)
            #expect(try await open.desk.published(new)?.predecessors.map(\.id) == [old])
            #expect(try await open.found("price pot") == [new, old])
            #expect(try await superseding(old, by: nil) == nil)
            #expect(try await open.desk.published(new)?.predecessors == [])
            _ = try await superseding(old, by: new)
            let version = try #require(try await open.desk.published(new)).version
            try await open.desk.takeDown(new, reason: try note(), version: version, by: open.yasmin)
            #expect(try await open.desk.published(old)?.successor == nil)
        }
    }

    @Test("A page names others that ask something similar, and not itself")
    func similar() async throws {
        try await withDesk { open in
            let one = try await open.published("How do I price a pot?").id
            let two = try await open.published("What price suits a jug?").id
            _ = try await open.published("Is there a way back?")
            guard case .open(_, let similar) = try await open.desk.page(of: one) else { return #expect(Bool(false)) }
            #expect(similar.map(\.id) == [two])
        }
    }

    @Test("A slip finds the word that was meant, unless it is wanted as typed")
    func spelling() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            let listing = try await open.desk.search("superviser", topic: nil, page: 1)
            #expect(listing.corrected == "supervisor")
            #expect(listing.items.map(\.id) == [id])
            let typed = try await open.desk.search("superviser", topic: nil, page: 1, isAsTyped: true)
            #expect(typed.items.isEmpty)
            #expect(try await open.desk.search("supervisors", topic: nil, page: 1).corrected == nil)
            let version = try #require(try await open.desk.published(id)).version
            try await open.desk.takeDown(id, reason: try note(), version: version, by: open.yasmin)
            #expect(try await open.desk.search("superviser", topic: nil, page: 1).corrected == nil)
        }
    }
}
