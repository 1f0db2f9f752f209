import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct QueueTests {
    private static let texts = [
        "How do I become a supervisor of coaches in the north of the country?",
        "May I refuse to sign a report that somebody else has rewritten?",
        "What does a first employee cost me in the first year, all things counted?",
        "Should I tell my clients that I am moving to another firm this summer?",
    ]

    @Test("It is counted by step and topic, with the oldest day of each, and a choice finds what it counts")
    func counts() async throws {
        try await withDesk { open in
            let first = try await open.asked(Self.texts[0]).id
            open.clock.advance(days: 3)
            _ = try await open.asked(Self.texts[1])
            _ = try await open.asked(Self.texts[2], topic: "small-business")
            try await open.assign(first)
            let all = try await open.desk.queue(for: open.yasmin, showing: .init())
            #expect(all.all.questions == 3)
            #expect(all.steps.mapValues(\.questions) == [.received: 2, .withExpert: 1])
            #expect(all.topics.mapValues(\.questions) == ["careers": 2, "small-business": 1])
            let today = open.clock.world.today
            #expect(all.steps[.withExpert]?.oldest == today + -3)
            #expect(all.steps[.received]?.oldest == today)
            let chosen = try await open.desk.queue(
                for: open.yasmin, showing: .init(steps: [.received], topic: "careers"))
            #expect(chosen.groups.flatMap { $0 }.map(\.text) == [Self.texts[1]])
            #expect(chosen.found == 1)
            // The counts of one side follow what is chosen on the other, so that a link says what it will find.
            #expect(chosen.steps.mapValues(\.questions) == [.received: 1, .withExpert: 1])
            #expect(chosen.topics.mapValues(\.questions) == ["careers": 1, "small-business": 1])
        }
    }

    @Test("What a moderator marks urgent stands first, before what has waited longer, until the mark is taken away")
    func urgent() async throws {
        try await withDesk { open in
            _ = try await open.asked(Self.texts[0])
            open.clock.advance(days: 2)
            let late = try await open.asked(Self.texts[1])
            try await open.desk.markUrgent(late.id, version: late.version, by: open.yasmin)
            #expect(try await open.desk.queue(for: open.yasmin).map(\.id).first == late.id)
            let chosen = try await open.desk.queue(for: open.yasmin, showing: .init(isUrgent: true))
            #expect(chosen.groups.flatMap { $0 }.map(\.id) == [late.id])
            let again = await open.outcome {
                try await open.desk.markUrgent(late.id, version: late.version + 1, by: open.alasdair)
            }
            #expect(again == .soAlready)
            try await open.desk.unmarkUrgent(late.id, version: late.version + 1, by: open.alasdair)
            #expect(try await open.desk.queue(for: open.yasmin).map(\.id).last == late.id)
            let told = try await open.desk.history(of: late.id, for: open.yasmin)
            #expect(told.map(\.act) == ["marked urgent", "unmarked urgent"])
            #expect(told.map(\.person) == [open.yasmin, open.alasdair])
        }
    }

    @Test("The urgent mark goes when the question is decided", arguments: [Step.Kind.published, .declined])
    func unmarked(kind: Step.Kind) async throws {
        try await withDesk { open in
            let question = try await open.asked(Self.texts[0])
            try await open.desk.markUrgent(question.id, version: question.version, by: open.yasmin)
            if kind == .declined {
                try await open.decline(question.id)
            } else {
                try await open.assign(question.id)
                try await open.answer(question.id)
                try await open.release(question.id)
            }
            #expect(try await open.rows("urgent").isEmpty)
            #expect(try await open.rows("alike").isEmpty)
        }
    }

    @Test("A long queue comes in pages that together hold each question once, and a page too many is the last")
    func pages() async throws {
        try await withDesk { open in
            for number in 1...25 { try await open.sent(Self.unlike(number)) }
            _ = try await open.desk.batch()
            var seen: [ID<Question>] = []
            for page in 1...3 {
                let queue = try await open.desk.queue(for: open.yasmin, showing: .init(), page: page, size: 10)
                #expect(queue.pages == 3 && queue.page == page && queue.found == 25)
                seen += queue.groups.flatMap { $0 }.map(\.id)
            }
            #expect(seen == (try await open.desk.queue(for: open.yasmin).map(\.id)))
            #expect(Set(seen).count == 25)
            let last = try await open.desk.queue(for: open.yasmin, showing: .init(), page: 99, size: 10)
            #expect(last.page == 3 && last.groups.count == 5)
        }
    }

    @Test("Who is kept from a question neither sees nor counts it, not even among those like it")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            try await open.sent(Self.texts[0], receipt: receipt)
            let seen = try await open.asked(Self.texts[0] + " Soon?").id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            let queue = try await open.desk.queue(for: open.alasdair, showing: .init())
            #expect(queue.all.questions == 1 && queue.groups.map(\.count) == [1])
            #expect(try await open.desk.alike(seen, for: open.alasdair).count == 0)
            #expect(try await open.desk.alike(seen, for: open.yasmin).count == 1)
        }
    }

    /// Questions that share no two words in a row.
    static func unlike(_ number: Int) -> String {
        (1...6).map { "\(["may", "can", "how", "why", "who", "what"][$0 - 1])\(number)x\($0)" }.joined(separator: " ")
    }
}
