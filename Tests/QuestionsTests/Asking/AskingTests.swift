import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AskingTests {
    @Test("A question sent twice under one receipt is accepted twice and kept once, at every step")
    func idempotent() async throws {
        try await withDesk { open in
            let (text, receipt) = ("How do I become a supervisor?", Receipt(from: open.clock.world))
            let draft = try await open.draft(text)
            try await open.sent(text, receipt: receipt)
            let arrived = try await open.rows()
            #expect(try await open.desk.ask(draft, receipt: receipt) == .accepted)
            #expect(try await open.rows() == arrived)
            let id = try await open.asked(text, receipt: receipt).id
            let before = try await open.rows()
            #expect(try await open.desk.ask(draft, receipt: receipt) == .accepted)
            #expect(try await open.rows() == before)
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)
            let after = try await open.rows()
            open.clock.advance(days: 3)
            #expect(try await open.desk.ask(draft, receipt: receipt) == .accepted)
            #expect(try await open.rows() == after)
        }
    }

    @Test("Many sendings at once are one question")
    func atOnce() async throws {
        try await withDesk { open in
            let draft = try await open.draft("How do I become a supervisor?")
            let receipt = Receipt(from: open.clock.world)
            let answers = try await withThrowingTaskGroup { group in
                for _ in 1...16 { group.addTask { try await open.desk.ask(draft, receipt: receipt) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 == .accepted })
            _ = try await open.desk.batch()
            #expect(try await open.desk.queue(for: open.yasmin).count == 1)
        }
    }

    @Test("Another text or topic under a used receipt is refused and changes nothing")
    func receiptUsed() async throws {
        try await withDesk { open in
            let (text, receipt) = ("How do I become a supervisor?", Receipt(from: open.clock.world))
            _ = try await open.asked(text, receipt: receipt)
            let before = try await open.rows()
            for other in [
                try await open.draft("How do I become a supervisor"),
                try await open.draft(text, topic: "small-business"),
            ] {
                #expect(try await open.desk.ask(other, receipt: receipt) == .receiptUsed)
            }
            #expect(try await open.rows() == before)
        }
    }

    @Test("One text under two receipts is two questions")
    func twoReceipts() async throws {
        try await withDesk { open in
            for _ in 1...2 { _ = try await open.asked("How do I become a supervisor?") }
            #expect(try await open.desk.queue(for: open.yasmin).count == 2)
        }
    }

    @Test("The receipt shows each step, the hidden words, and the answer only once it is out")
    func standing() async throws {
        try await withDesk { open in
            let receipt = try await open.sent("My manager Quentin never listens to me.")
            func standing() async throws -> Desk.Standing { try await open.standing(receipt) }
            #expect(try await standing().step == .arrived)
            #expect(try await standing().text == "My manager Quentin never listens to me.")
            #expect(try await standing().topic.name == "Careers")
            _ = try await open.desk.batch()
            #expect(try await standing().step == .received)
            #expect(try await standing().topic.name == "Careers")
            let id = try #require(try await open.desk.queue(for: open.yasmin).first?.id)
            try await open.redact("Quentin", in: id)
            #expect(try await standing().text == "My manager Quentin never listens to me.")
            #expect(try await standing().redacted == "My manager [name] never listens to me.")
            #expect(try await standing().pieces.map(\.text) == ["My manager ", "Quentin", " never listens to me."])
            #expect(try await standing().pieces.map(\.kind) == [nil, .name, nil])
            try await open.bringIn(.agree, receipt)
            try await open.assign(id)
            #expect(try await standing().step == .withExpert(open.nerys))
            try await open.answer(id)
            #expect(try await standing().step == .answered(by: open.nerys))
            try await open.approve(id)
            #expect(try await standing().step == .approved(answerBy: open.nerys, until: nil))
            #expect(try await standing().answer == nil)
            #expect(try await standing().published == nil)
            _ = try await open.desk.batch()
            #expect(try await standing().step == .published)
            #expect(try await standing().answer?.text == OpenDesk.answer)
            #expect(try await standing().published == id)
        }
    }

    @Test("A receipt nobody used shows nothing")
    func unknown() async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            #expect(try await open.desk.standing(of: Receipt(from: open.clock.world)) == nil)
        }
    }
}
