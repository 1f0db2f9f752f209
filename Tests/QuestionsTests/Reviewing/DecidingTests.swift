import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct DecidingTests {
    @Test("A declined question shows its asker the reason and leaves the queue")
    func declined() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("Who is the worst manager here?", receipt: receipt).id
            try await open.decline(id, "Please ask without naming people.")
            let standing = try await open.desk.standing(of: receipt)
            #expect(standing?.step == .declined(reason: "Please ask without naming people."))
            #expect(try await open.desk.queue(for: open.yasmin).isEmpty)
            #expect(try await open.desk.published(id) == nil)
        }
    }

    @Test("A question goes to experts alone")
    func expertsOnly() async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            await #expect(throws: Desk.Refusal.notAnExpert) {
                try await open.desk.assign(
                    question.id, to: open.yasmin, version: question.version, by: open.alasdair)
            }
            #expect(try await open.now(question.id).step == .received)
            #expect(try await open.desk.history(of: question.id, for: open.yasmin).isEmpty)
            try await open.assign(question.id, to: open.desmond)
            #expect(try await open.desk.assigned(to: open.desmond).map(\.id) == [question.id])
            #expect(try await open.desk.assigned(to: open.nerys).isEmpty)
        }
    }

    @Test("An expert answers and hands back what is theirs, and nothing else")
    func notYours() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            let text = try Answer.Draft(OpenDesk.answer)
            func refusesDesmond() async throws {
                let version = try await open.now(id).version
                await #expect(throws: Desk.Refusal.notYours) {
                    try await open.desk.answer(id, text, version: version, by: open.desmond)
                }
                await #expect(throws: Desk.Refusal.notYours) {
                    try await open.desk.handBack(id, reason: "Not mine.", version: version, by: open.desmond)
                }
            }
            try await refusesDesmond()
            try await open.assign(id)
            try await refusesDesmond()
            try await open.answer(id)
            try await refusesDesmond()
            #expect(try await open.now(id).answer == Answer(expert: open.nerys, text: text.text))
        }
    }

    @Test("Handed back, a question waits for a moderator again, and the reason is kept")
    func handedBack() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            let version = try await open.assign(id).version
            try await open.desk.handBack(
                id, reason: "I know the asker's field too little.", version: version, by: open.nerys)
            #expect(try await open.now(id).step == .received)
            #expect(try await open.desk.assigned(to: open.nerys).isEmpty)
            #expect(
                try await open.desk.history(of: id, for: open.yasmin).last?.note
                    == "I know the asker's field too little.")
        }
    }

    @Test("An answer can be rewritten until it is out; given to another expert, it is dropped")
    func rewritten() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            try await open.answer(id)
            try await open.answer(id, "A second thought, longer than the first.")
            #expect(try await open.now(id).answer?.text == "A second thought, longer than the first.")
            let moved = try await open.assign(id, to: open.desmond)
            #expect(moved.step == .withExpert(open.desmond))
            #expect(moved.answer == nil)
        }
    }

    @Test("Nobody releases their own answer, however they came to be a moderator")
    func ownAnswer() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            let answered = try await open.answer(id)
            await #expect(throws: Desk.Refusal.ownAnswer) {
                try await open.desk.release(id, version: answered.version, by: open.nerys)
            }
            #expect(try await open.now(id).step == .answered(by: open.nerys))
            #expect(try await open.desk.published(id) == nil)
            #expect(try await open.release(id).step == .published)
            #expect(try await open.desk.published(id)?.answers == [Answer(expert: open.nerys, text: OpenDesk.answer)])
        }
    }

    @Test("Without an answer nothing is released")
    func unanswered() async throws {
        try await withDesk { open in
            let received = try await open.asked("How do I become a supervisor?")
            let assigned = try await open.assign(try await open.asked("How do I set my first price?").id)
            for question in [received, assigned] {
                await #expect(throws: Desk.Refusal.gone) {
                    try await open.desk.release(question.id, version: question.version, by: open.yasmin)
                }
            }
            #expect(try await open.desk.browse(topic: nil, page: 1).total == 0)
        }
    }
}
