import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AskerActTests {
    private static let text = "My manager Quentin never listens to me."

    private func received(_ open: OpenDesk) async throws -> (ID<Question>, Receipt) {
        let receipt = Receipt(from: open.clock.world)
        return (try await open.asked(Self.text, receipt: receipt).id, receipt)
    }

    private func askForChanges(_ open: OpenDesk, _ id: ID<Question>) async throws {
        try await open.desk.askForChanges(
            id, try Remark("Please leave the name out.", field: "changes"), version: try await open.now(id).version,
            by: open.yasmin)
    }

    private func clarify(_ open: OpenDesk, _ id: ID<Question>, _ words: String = "How large is your team?") async throws
    {
        try await open.desk.clarify(
            id, try Remark(words, field: "question"), version: try await open.now(id).version, by: open.nerys)
    }

    @Test("What an asker decides is theirs to see at once, and the desk's at the next batch")
    func pending() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            let before = try await open.now(id)
            try await open.decide(.keepPrivate, receipt)
            try await open.decide(.exclude([open.desmond]), receipt)
            #expect(try await open.standing(receipt).pending == [.exclude([open.desmond]), .keepPrivate])
            #expect(try await open.standing(receipt).privacy == nil)
            #expect(try await open.now(id).version == before.version)
            #expect(try await open.desk.queue(for: open.desmond).count == 1)
            _ = try await open.desk.batch()
            let standing = try await open.standing(receipt)
            #expect(standing.pending.isEmpty)
            #expect(standing.privacy == .asker)
            #expect(standing.excluded == [open.desmond])
            #expect(try await open.desk.history(for: open.yasmin).isEmpty)
        }
    }

    @Test("Before the batch the last word counts")
    func lastWord() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await open.redact("Quentin", in: id)
            try await open.decide(.object(proposing: nil), receipt)
            try await open.decide(.agree, receipt)
            try await open.decide(.exclude([open.desmond, open.alasdair]), receipt)
            try await open.decide(.exclude([open.alasdair]), receipt)
            #expect(try await open.standing(receipt).pending == [.agree, .exclude([open.alasdair])])
            _ = try await open.desk.batch()
            #expect(try await open.standing(receipt).consent == .agreed)
            #expect(try await open.standing(receipt).excluded == [open.alasdair])
            #expect(try await open.bringIn(.exclude([]), receipt).excluded.isEmpty)
        }
    }

    @Test("A decision on what has changed since the page was shown is refused, and may be made again")
    func stale() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await open.redact("Quentin", in: id)
            let shown = try await open.standing(receipt).version
            try await open.redact("manager", as: .caseDetail, in: id)
            for act in [AskerAct.agree, .object(proposing: nil), .reply(try Reply("Seven."))] {
                await #expect(throws: Desk.Refusal.changedMeanwhile) {
                    try await open.desk.take(act, through: receipt, version: shown)
                }
            }
            try await open.desk.take(.keepPrivate, through: receipt, version: shown)
            #expect(try await open.standing(receipt).pending == [.keepPrivate])
        }
    }

    @Test("What the desk decided on the question before a batch brought in the asker's word is stale")
    func staffStale() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            let old = try await open.now(id).version
            try await open.bringIn(.keepPrivate, receipt)
            await #expect(throws: Desk.Refusal.changedMeanwhile) {
                try await open.desk.assign(id, to: open.nerys, version: old, by: open.yasmin)
            }
        }
    }

    @Test("A clarifying question and its reply travel through the receipt, one at a time")
    func clarified() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await open.assign(id)
            try await clarify(open, id)
            #expect(try await open.standing(receipt).openClarification?.text == "How large is your team?")
            await #expect(throws: Desk.Refusal.clarificationOpen) { try await clarify(open, id, "And how old is it?") }
            try await open.decide(.reply(try Reply("Seven people.")), receipt)
            #expect(try await open.now(id).thread.map(\.reply) == [nil])
            _ = try await open.desk.batch()
            #expect(try await open.now(id).thread.map(\.reply) == ["Seven people."])
            #expect(try await open.standing(receipt).openClarification == nil)
            try await clarify(open, id, "And how old is it?")
            #expect(try await open.now(id).thread.count == 2)
            #expect(try await open.now(id).openClarification?.text == "And how old is it?")
        }
    }

    @Test("Only the expert who has the question asks back")
    func othersAskBack() async throws {
        try await withDesk { open in
            let (id, _) = try await received(open)
            try await open.assign(id, to: open.desmond)
            await #expect(throws: Desk.Refusal.notYours) { try await clarify(open, id) }
        }
    }

    @Test("Asked for changes, the asker writes it anew, and it is received again with that batch's day")
    func resubmitted() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await open.redact("Quentin", in: id)
            try await askForChanges(open, id)
            let until = open.clock.world.today + 30
            #expect(
                try await open.standing(receipt).step == .changesAsked("Please leave the name out.", until: until))
            open.clock.advance(days: 3)
            let words = try Question.Wording("My manager never listens to me.")
            let standing = try await open.bringIn(.resubmit(words), receipt)
            #expect(standing.step == .received)
            #expect(standing.text == words.text)
            #expect(standing.redactions.isEmpty)
            #expect(standing.consent == .notNeeded)
            #expect(try await open.now(id).received == open.clock.world.today.description)
        }
    }

    @Test("New words that come when the desk went on without them are kept as a proposal")
    func resubmittedLate() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await askForChanges(open, id)
            try await open.decide(.resubmit(try Question.Wording("My manager never listens to me.")), receipt)
            try await open.assign(id)
            _ = try await open.desk.batch()
            let question = try await open.now(id)
            #expect(question.step == .withExpert(open.nerys))
            #expect(question.text == Self.text)
            #expect(question.proposal == "My manager never listens to me.")
            #expect(question.consent == .objected)
        }
    }

    @Test("A question whose asker sends no changes within 30 days is declined for the same reason")
    func givenUp() async throws {
        try await withDesk { open in
            let (id, receipt) = try await received(open)
            try await askForChanges(open, id)
            open.clock.advance(days: 30)
            _ = try await open.desk.batch()
            #expect(try await open.standing(receipt).step.kind == .changesAsked)
            open.clock.advance(days: 1)
            _ = try await open.desk.batch()
            #expect(try await open.standing(receipt).step == .declined(reason: "Please leave the name out."))
        }
    }

    @Test("Who chose a private answer gets it at the receipt, and nothing is published")
    func keptPrivate() async throws {
        try await withDesk { open in
            let receipt = try await open.sent(Self.text)
            try await open.decide(.keepPrivate, receipt)
            _ = try await open.desk.batch()
            let id = try #require(try await open.desk.queue(for: open.yasmin).first?.id)
            #expect(try await open.now(id).privacy == .asker)
            try await open.redact("Quentin", in: id)
            try await open.assign(id)
            try await open.answer(id)
            try await open.approve(id)
            #expect(try await open.standing(receipt).answer == nil)
            _ = try await open.desk.batch()
            #expect(try await open.standing(receipt).step == .answeredPrivately)
            #expect(try await open.standing(receipt).answer?.text == OpenDesk.answer)
            #expect(try await open.desk.published(id) == nil)
            #expect(try await open.found("manager").isEmpty)
        }
    }
}
