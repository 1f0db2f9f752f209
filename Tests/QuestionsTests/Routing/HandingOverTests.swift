import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct HandingOverTests {
    @Test("Everything an expert holds goes to the next candidates in one act, and what nobody fits to the queue")
    func next() async throws {
        try await withDesk { open in
            let other = try await open.expert("careers")
            let first = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            let second = try await open.asked("How do I set my first price, please?", topic: "small-business").id
            try await open.assign(second)
            try await open.away(open.desmond, days: 30)
            let answered = try await open.asked("How do I stop being a supervisor?").id
            try await open.assign(answered)
            try await open.answer(answered)
            let handed = try await open.desk.handOver(
                everythingOf: open.nerys, to: .nextCandidates, by: open.yasmin)
            #expect(handed.count == 2)
            #expect(handed.first { $0.question == first }?.to == other)
            #expect(handed.first { $0.question == second }.map { $0.to == nil } == true)
            #expect(try await open.now(first).step == .withExpert(other))
            #expect(try await open.now(second).step == .received)
            #expect(try await open.now(answered).step == .answered(by: open.nerys))
            #expect(
                try await open.acts(on: first) == ["assigned", "handed over", "was given it automatically"])
        }
    }

    @Test("To the queue means to the queue, and doing it again finds nothing")
    func queue() async throws {
        try await withDesk { open in
            _ = try await open.expert("careers")
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            _ = try await open.desk.handOver(everythingOf: open.nerys, to: .queue, by: open.yasmin)
            #expect(try await open.now(id).step == .received)
            let again = try await open.desk.handOver(everythingOf: open.nerys, to: .queue, by: open.yasmin)
            #expect(again.isEmpty)
        }
    }

    @Test("Who hands over is told nothing of a question that is kept from them, but it goes too")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            try await open.assign(id)
            let handed = try await open.desk.handOver(everythingOf: open.nerys, to: .queue, by: open.alasdair)
            #expect(handed.isEmpty)
            #expect(try await open.now(id).step == .received)
        }
    }

    @Test("An expert who leaves takes nothing along: questions go on, absences and conflicts are forgotten")
    func leaving() async throws {
        try await withDesk { open in
            try await open.makeAutomatic()
            let other = try await open.expert("careers")
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            try await open.away(open.nerys, from: 5, days: 3)
            try await open.desk.save(try Conflicts("Acme"), of: open.nerys)
            let handed = try await open.desk.removeExpert(open.nerys)
            #expect(handed.map(\.to) == [other])
            #expect(try await open.now(id).step == .withExpert(other))
            #expect(try await open.rows("absence").isEmpty)
            #expect(try await open.rows("conflict").isEmpty)
        }
    }
}
