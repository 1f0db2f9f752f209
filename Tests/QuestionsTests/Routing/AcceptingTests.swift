import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AcceptingTests {
    @Test("An expert accepts what was given to them, once, and nobody else can")
    func accepting() async throws {
        try await withDesk { open in
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            #expect(await open.outcome { try await open.accept(id, by: open.desmond) } == .notYours)
            try await open.accept(id)
            #expect(try await open.now(id).assignment?.accepted == open.clock.world.today)
            #expect(await open.outcome { try await open.accept(id) } == .changedMeanwhile)
            #expect(try await open.acts(on: id) == ["assigned", "accepted"])
        }
    }

    @Test("The days to answer begin on the day of acceptance")
    func due() async throws {
        try await withDesk { open in
            let settings = try await open.desk.routing()
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            let today = open.clock.world.today
            #expect(try await open.now(id).assignment?.due(settings) == today + 3)
            open.clock.advance(days: 2)
            try await open.accept(id)
            #expect(try await open.now(id).assignment?.due(settings) == today + 12)
        }
    }

    @Test(
        "No day of an assignment outlives the step", arguments: [Step.Kind.answered, .received, .declined, .published])
    func days(kind: Step.Kind) async throws {
        try await withDesk { open in
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            try await open.accept(id)
            switch kind {
            case .received: try await open.handBack(id)
            case .declined: try await open.decline(id)
            case .published:
                try await open.answer(id)
                try await open.release(id)
            default: try await open.answer(id)
            }
            #expect(try await open.now(id).step.kind == kind)
            #expect(try await open.rows("assignment").isEmpty)
            #expect(try await open.rows("passed_on").isEmpty == (kind != .received))
        }
    }

    @Test("With automatic routing a decline goes to the next, else to the queue")
    func declining() async throws {
        try await withDesk { open in
            let other = try await open.expert("careers")
            let first = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            try await open.handBack(first)
            #expect(try await open.now(first).step == .received)
            try await open.makeAutomatic()
            let second = try await open.assign(try await open.asked("How do I stop being a supervisor?").id).id
            try await open.handBack(second)
            #expect(try await open.now(second).step == .withExpert(other))
            #expect(try await open.acts(on: second) == ["assigned", "handed back", "was given it automatically"])
            // Nobody is left who has not declined and fits.
            try await open.handBack(second, by: other)
            #expect(try await open.now(second).step == .received)
        }
    }

    @Test("The desk chooses of itself only where that is set, and never somebody who is away or does not fit")
    func automatic() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            func assign() async -> Desk.Refusal? {
                await open.outcome {
                    try await open.desk.assignToNext(id, version: try await open.now(id).version, by: open.yasmin)
                }
            }
            #expect(await assign() == .expertNotChosen)
            try await open.makeAutomatic()
            try await open.away(open.nerys, days: 3)
            #expect(await assign() == .nobodyFree)
            #expect(try await open.acts(on: id).isEmpty)
            open.clock.advance(days: 4)
            #expect(await assign() == nil)
            #expect(try await open.now(id).step == .withExpert(open.nerys))
        }
    }

    @Test("The desk never gives a question to whom the asker left out")
    func excluded() async throws {
        try await withDesk { open in
            try await open.makeAutomatic()
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.bringIn(.exclude([open.nerys]), receipt)
            let version = try await open.now(id).version
            #expect(
                await open.outcome { try await open.desk.assignToNext(id, version: version, by: open.yasmin) }
                    == .nobodyFree)
        }
    }
}
