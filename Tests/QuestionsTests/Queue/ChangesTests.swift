import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ChangesTests {
    private func changes(_ open: OpenDesk, _ id: ID<Question>, since version: Int) async throws -> Desk.Changes {
        try #require(try await open.desk.changes(to: id, since: version, for: open.yasmin))
    }

    @Test("What staff decided since a version is told, in order, and nothing from before it")
    func decisions() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor at Vexilbourne?").id
            try await open.redact("Vexilbourne", as: .employer, in: id)
            let seen = try await open.assign(id).version
            try await open.answer(id)
            try await open.approve(id)
            let told = try await changes(open, id, since: seen)
            #expect(told.decisions.map(\.act) == ["answered", "released"])
            #expect(told.decisions.map(\.person) == [open.nerys, open.yasmin])
            #expect(!told.isReworded && !told.hasOther)
            #expect(told.step == .approved(answerBy: open.nerys, until: open.clock.world.today + Consent.days))
            #expect(try await changes(open, id, since: seen + 2).isEmpty)
            #expect(try await changes(open, id, since: 0).decisions.count == 4)
            for version in [Int.min, Int.max] { _ = try await changes(open, id, since: version) }
        }
    }

    @Test("That the asker changed the words is told as such, and what else came in with a batch as something else")
    func asker() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            let remark = try Remark("Please say more about it.", field: "changes")
            try await open.desk.askForChanges(id, remark, version: 1, by: open.yasmin)
            try await open.bringIn(.resubmit(try Question.Wording("How do I become a supervisor of nurses?")), receipt)
            let reworded = try await changes(open, id, since: 2)
            #expect(reworded.isReworded && !reworded.hasOther && reworded.decisions.isEmpty)
            let both = try await changes(open, id, since: 1)
            #expect(both.isReworded && !both.hasOther && both.decisions.map(\.act) == ["asked for changes"])

            try await open.bringIn(.keepPrivate, receipt)
            let other = try await changes(open, id, since: 3)
            #expect(!other.isReworded && other.hasOther && other.decisions.isEmpty)
        }
    }

    @Test("That staff changed what is hidden is not taken for the asker's doing")
    func hidden() async throws {
        try await withDesk { open in
            let id = try await open.asked("My manager Quentin never listens to me.").id
            try await open.redact("Quentin", in: id)
            let told = try await changes(open, id, since: 1)
            #expect(told.decisions.map(\.act) == ["redacted"] && !told.isReworded && !told.hasOther)
        }
    }

    @Test("Of what was withdrawn nothing is told but that; of what is kept from somebody, nothing at all")
    func withdrawn() async throws {
        try await withDesk { open in
            let (receipt, other) = (Receipt(from: open.clock.world), Receipt(from: open.clock.world))
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.assign(id)
            try await open.desk.withdraw(receipt)
            let told = try await changes(open, id, since: 1)
            #expect(told.step == .withdrawn && told.decisions.isEmpty)
            let kept = try await open.asked("How do I become a teacher?", receipt: other).id
            try await open.bringIn(.exclude([open.yasmin]), other)
            #expect(try await open.desk.changes(to: kept, since: 1, for: open.yasmin) == nil)
            #expect(try await open.desk.changes(to: open.clock.world.id(), since: 1, for: open.yasmin) == nil)
        }
    }
}
