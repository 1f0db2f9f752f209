import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct OverdueTests {
    @Test("What is not accepted in three days goes back to the queue on the fourth, and a round too many does nothing")
    func notAccepted() async throws {
        try await withDesk { open in
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            open.clock.advance(days: 3)
            try await open.desk.returnOverdue()
            #expect(try await open.now(id).step == .withExpert(open.nerys))
            open.clock.advance(days: 1)
            try await open.desk.returnOverdue()
            let after = try await open.rows()
            try await open.desk.returnOverdue()
            #expect(try await open.rows() == after)
            #expect(try await open.now(id).step == .received)
            #expect(try await open.acts(on: id) == ["assigned", "did not accept in time"])
        }
    }

    @Test("What is accepted has ten days more, and a question to the asker gives fourteen on top")
    func notAnswered() async throws {
        try await withDesk { open in
            let plain = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            let asking = try await open.assign(try await open.asked("How do I stop being a supervisor?").id).id
            try await open.accept(plain)
            let remark = try Remark("How large is your team?", field: "clarification")
            try await open.desk.clarify(
                asking, remark, version: try await open.now(asking).version, by: open.nerys)
            open.clock.advance(days: 11)
            try await open.desk.returnOverdue()
            #expect(try await open.now(plain).step == .received)
            #expect(try await open.now(asking).step == .withExpert(open.nerys))
            open.clock.advance(days: 14)
            try await open.desk.returnOverdue()
            #expect(try await open.now(asking).step == .received)
            #expect(try await open.acts(on: plain).last == "did not answer in time")
        }
    }

    @Test("Who saw it while it was with its expert decides anew, once the clock has taken it back")
    func stale() async throws {
        try await withDesk { open in
            let seen = try await open.assign(try await open.asked("How do I become a supervisor?").id)
            open.clock.advance(days: 4)
            try await open.desk.returnOverdue()
            await #expect(throws: Desk.Refusal.changedMeanwhile) {
                try await open.desk.decline(seen.id, reason: "No.", version: seen.version, by: open.alasdair)
            }
            let changes = try #require(
                try await open.desk.changes(to: seen.id, since: seen.version, for: open.alasdair))
            #expect(changes.decisions.map(\.act) == ["did not accept in time"])
        }
    }

    @Test("An answer that is there is never taken back by the clock")
    func answered() async throws {
        try await withDesk { open in
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            try await open.answer(id)
            open.clock.advance(days: 100)
            try await open.desk.returnOverdue()
            #expect(try await open.now(id).step == .answered(by: open.nerys))
        }
    }

    @Test("The second time it stands first in the queue, marked, and no desk passes it on of itself")
    func escalated() async throws {
        try await withDesk { open in
            try await open.makeAutomatic()
            let other = try await open.expert("careers")
            _ = try await open.expert("careers")
            let older = try await open.asked("This one waits longer than the other?").id
            open.clock.advance(days: 1)
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id, to: other).id
            open.clock.advance(days: 4)
            try await open.desk.returnOverdue()
            let second = try #require(try await open.now(id).step.expert)
            #expect(second != other)
            open.clock.advance(days: 4)
            try await open.desk.returnOverdue()
            #expect(try await open.now(id).step == .received)
            let queue = try await open.desk.queue(for: open.yasmin)
            #expect(queue.map(\.id) == [id, older])
            #expect(queue.map(\.isEscalated) == [true, false])
            try await open.assign(id)
            #expect(try await open.desk.queue(for: open.yasmin).map(\.isEscalated) == [false, false])
        }
    }

    @Test("The days are as an administrator sets them")
    func settings() async throws {
        try await withDesk { open in
            try await open.desk.save(try RoutingSettings(isAutomatic: false, daysToAccept: "1", daysToAnswer: " 2 "))
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            open.clock.advance(days: 2)
            try await open.desk.returnOverdue()
            #expect(try await open.now(id).step == .received)
        }
    }

    @Test("Days that cannot be are refused by field", arguments: ["", "0", "61", "three", "1e9", "-1"])
    func wrongDays(typed: String) {
        let error = #expect(throws: InvalidFields.self) {
            try RoutingSettings(isAutomatic: true, daysToAccept: typed, daysToAnswer: typed)
        }
        #expect(error?.all.map(\.field) == ["days-to-accept", "days-to-answer"])
    }
}
