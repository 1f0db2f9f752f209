import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AppealTests {
    private static let text = "My manager Quentin never listens to me."

    private func declined(_ open: OpenDesk) async throws -> (ID<Question>, Receipt) {
        let receipt = Receipt(from: open.clock.world)
        let id = try await open.asked(Self.text, receipt: receipt).id
        try await open.decline(id)
        return (id, receipt)
    }

    private func appeal(_ words: String = "It is about me, not about him.") throws -> AskerAct {
        .appeal(try Appeal(words))
    }

    @Test("At the next batch an appeal brings the question back, with that batch's day and its words")
    func heard() async throws {
        try await withDesk { open in
            let (id, receipt) = try await declined(open)
            #expect(try await open.standing(receipt).offers == [.appeal])
            open.clock.advance(days: 3)
            try await open.decide(try appeal("A first attempt at it."), receipt)
            try await open.decide(try appeal(), receipt)
            #expect(try await open.standing(receipt).pending == [try appeal()])
            #expect(try await open.desk.queue(for: open.alasdair).isEmpty, "nobody knows before the batch")
            _ = try await open.desk.batch()
            let waiting = try await open.desk.queue(for: open.alasdair)
            #expect(waiting.map(\.isAppeal) == [true])
            #expect(waiting.map(\.received) == [open.clock.world.today])
            let heard = try await open.desk.appeal(on: id, for: open.alasdair)
            #expect(heard?.appeal.words == "It is about me, not about him.")
            #expect(heard?.against == open.yasmin)
            #expect(try await open.standing(receipt).step == .received)
            #expect(try await open.standing(receipt).keptUntil == nil)
            #expect(try await open.desk.history(for: open.yasmin).map(\.act) == ["declined"])
        }
    }

    @Test("Whoever declined it decides nothing more about it; another moderator decides all")
    func another() async throws {
        try await withDesk { open in
            let (id, receipt) = try await declined(open)
            try await open.bringIn(try appeal(), receipt)
            let (desk, version) = (open.desk, try await open.now(id).version)
            let remark = try Remark("Please leave the name out.", field: "changes")
            for act in [
                { try await desk.decline(id, reason: "Once more.", version: version, by: open.yasmin) },
                { try await desk.assign(id, to: open.nerys, version: version, by: open.yasmin) },
                { try await desk.redact("Quentin", as: .name, in: id, version: version, by: open.yasmin) },
                { try await desk.askForChanges(id, remark, version: version, by: open.yasmin) },
            ] as [() async throws -> Void] {
                #expect(await open.outcome(act) == .ownDecision)
            }
            try await desk.redact("Quentin", as: .name, in: id, version: version, by: open.alasdair)
            try await desk.assign(id, to: open.nerys, version: version + 1, by: open.alasdair)
            try await desk.answer(id, try Answer.Draft(OpenDesk.answer), version: version + 2, by: open.nerys)
            #expect(
                await open.outcome { try await desk.release(id, version: version + 3, by: open.yasmin) } == .ownDecision
            )
            try await desk.release(id, version: version + 3, by: open.alasdair)
            try await open.bringIn(.agree, receipt)
            #expect(try await open.standing(receipt).step == .published)
        }
    }

    @Test("Who declined it may still answer it, where somebody else asks them to")
    func asExpert() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked(Self.text, receipt: receipt).id
            try await open.desk.decline(id, reason: "Not for us.", version: 1, by: open.nerys)
            try await open.bringIn(try appeal(), receipt)
            let version = try await open.now(id).version
            try await open.desk.assign(id, to: open.nerys, version: version, by: open.yasmin)
            try await open.answer(id)
            #expect(try await open.now(id).step == .answered(by: open.nerys))
        }
    }

    @Test("It is heard once: a second decision is final")
    func once() async throws {
        try await withDesk { open in
            let (id, receipt) = try await declined(open)
            try await open.bringIn(try appeal(), receipt)
            let version = try await open.now(id).version
            try await open.desk.decline(id, reason: "It is not for us.", version: version, by: open.alasdair)
            let standing = try await open.standing(receipt)
            #expect(standing.step == .declined(reason: "It is not for us."))
            #expect(standing.offers.isEmpty)
            #expect(await open.outcome { try await open.decide(try appeal(), receipt) } == .gone)
        }
    }

    @Test("Where the asker sent no changes in time, it is against whoever asked for them")
    func givenUp() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked(Self.text, receipt: receipt).id
            let remark = try Remark("Please leave the name out.", field: "changes")
            try await open.desk.askForChanges(id, remark, version: 1, by: open.alasdair)
            open.clock.advance(days: 31)
            _ = try await open.desk.batch()
            #expect(try await open.bringIn(try appeal(), receipt).step == .received)
            #expect(try await open.desk.appeal(on: id, for: open.yasmin)?.against == open.alasdair)
        }
    }

    @Test("It can be sent to the last day on which the text is kept, and waits for its batch even beyond")
    func lastDay() async throws {
        try await withDesk { open in
            let (_, receipt) = try await declined(open)
            let last = try #require(try await open.standing(receipt).keptUntil)
            #expect(last.description == "2026-10-30")
            open.clock.advance(days: last - open.clock.world.today)
            try await open.desk.forget()
            try await open.decide(try appeal(), receipt)
            open.clock.advance(days: 1)
            try await open.desk.forget()
            _ = try await open.desk.batch()
            #expect(try await open.standing(receipt).text == Self.text)
            #expect(try await open.standing(receipt).step == .received)
        }
    }

    @Test("One that comes late for what the desk decided again is refused")
    func stale() async throws {
        try await withDesk { open in
            let (_, receipt) = try await declined(open)
            let version = try await open.standing(receipt).version
            await #expect(throws: Desk.Refusal.changedMeanwhile) {
                try await open.desk.take(try appeal(), through: receipt, version: version - 1)
            }
        }
    }

    @Test("An answer from before it was declined is not there again, and a withdrawal deletes the appeal")
    func leftovers() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked(Self.text, receipt: receipt).id
            try await open.assign(id)
            try await open.answer(id)
            try await open.decline(id)
            try await open.bringIn(try appeal(), receipt)
            #expect(try await open.now(id).answer == nil)
            #expect(try await open.rows("answer").isEmpty)
            try await open.desk.withdraw(receipt)
            #expect(try await open.rows("appeal").isEmpty)
        }
    }

    @Test("From whom the question is kept, the appeal is kept too")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked(Self.text, receipt: receipt).id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            try await open.decline(id)
            try await open.bringIn(try appeal(), receipt)
            #expect(try await open.desk.appeal(on: id, for: open.alasdair) == nil)
            #expect(try await open.desk.queue(for: open.alasdair).isEmpty)
        }
    }

    @Test("An appeal has words", arguments: ["", "   ", "Please.", String(repeating: "a", count: 2_001)])
    func words(typed: String) {
        #expect(throws: Invalid.self) { try Appeal(typed) }
    }
}
