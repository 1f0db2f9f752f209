import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct DashboardTests {
    @Test("It counts what stands at each step and topic, and what each expert holds")
    func counted() async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            open.clock.advance(days: 2)
            let given = try await open.asked("What should an hour cost?", topic: "small-business").id
            try await open.assign(given, to: open.desmond)
            let answered = try await open.asked("How do I leave supervision?").id
            try await open.assign(answered, to: open.desmond)
            try await open.answer(answered, by: open.desmond)
            let dashboard = try await open.desk.dashboard(for: open.yasmin)
            #expect(dashboard.count(at: .received) == 1)
            #expect(dashboard.count(at: .withExpert, topic: "small-business") == 1)
            #expect(dashboard.count(at: .withExpert, topic: "careers") == 0)
            #expect(dashboard.count(at: .answered, topic: "careers") == 1)
            #expect(dashboard.oldest == open.clock.world.today + -2)
            #expect(dashboard.load.map(\.expert) == [open.desmond, open.nerys])
            #expect(dashboard.load.map { [$0.toAnswer, $0.toRelease] } == [[1, 1], [0, 0]])
        }
    }

    @Test("How long a step takes is told from the fifth question on")
    func waits() async throws {
        try await withDesk { open in
            for (passed, days) in [1, 30, 2, 2, 9].enumerated() {
                let received = try #require(try await open.desk.dashboard(for: open.yasmin).waits.first)
                #expect(received.total == passed && received.days.isEmpty && received.within(0.5) == nil)
                let id = try await open.asked("Question that waits \(days) days?").id
                open.clock.advance(days: days)
                try await open.decline(id)
            }
            let received = try #require(try await open.desk.dashboard(for: open.yasmin).waits.first)
            #expect(received.step == .received && received.total == 5)
            #expect(received.within(0.5) == 2)
            #expect(received.within(0.9) == 30)
            #expect(received.count(in: 2...3) == 2)
        }
    }

    @Test("Outcomes are twelve months of what is public and what moderators decided; a withdrawal changes nothing")
    func outcomes() async throws {
        try await withDesk { open in
            try await open.published("How do I become a supervisor?")
            open.clock.advance(days: 30)
            try await open.decline(try await open.asked("How do I leave supervision?").id)
            let before = try await open.desk.dashboard(for: open.yasmin)
            #expect(before.outcomes.count == 12)
            #expect(before.outcomes.last?.month.description == "2026-10")
            #expect(before.outcomes.first?.month.description == "2025-11")
            #expect(before.outcomes.suffix(2).map { [$0.published, $0.declined] } == [[1, 0], [0, 1]])
            let receipt = Receipt(from: open.clock.world)
            _ = try await open.asked("A question that is taken back.", receipt: receipt)
            try await open.desk.withdraw(receipt)
            let after = try await open.desk.dashboard(for: open.yasmin)
            #expect(
                after.outcomes.map { [$0.published, $0.declined] }
                    == before.outcomes.map { [$0.published, $0.declined] })
            #expect(after.waiting.isEmpty)
        }
    }
}
