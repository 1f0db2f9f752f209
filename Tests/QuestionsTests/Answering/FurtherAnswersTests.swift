import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct FurtherAnswersTests {
    private static let second = "It depends on the contract, and here is how."

    /// Answered by Nerys, and now with Desmond too.
    private func withBoth(_ open: OpenDesk, _ receipt: Receipt? = nil) async throws -> ID<Question> {
        let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
        try await open.assign(id)
        let version = try await open.answer(id).version
        try await open.desk.askAnother(open.desmond, about: id, version: version, by: open.yasmin)
        return id
    }

    private func answerByDesmond(_ open: OpenDesk, _ id: ID<Question>, buildsOn: PersonID? = nil) async throws {
        let typed = Answer.Typed(text: Self.second, buildsOn: buildsOn?.description ?? "")
        try await open.desk.answer(
            id, try Answer.Draft(typed, today: open.clock.world.today), version: try await open.now(id).version,
            by: open.desmond)
    }

    @Test("Two experts answer, one builds on the other, and both are published in their order")
    func both() async throws {
        try await withDesk { open in
            let id = try await withBoth(open)
            #expect(try await open.now(id).step == .withExpert(open.desmond))
            try await answerByDesmond(open, id, buildsOn: open.nerys)
            try await open.release(id)
            let page = try #require(try await open.desk.published(id))
            #expect(page.answers.map(\.expert) == [open.nerys, open.desmond])
            #expect(page.answers.map(\.buildsOn) == [nil, open.nerys])
            #expect(page.answers.map(\.text) == [OpenDesk.answer, Self.second])
            #expect(try await open.found("contract") == [id])
        }
    }

    @Test("Neither author releases, in whatever order they wrote")
    func ownAnswers() async throws {
        try await withDesk { open in
            let id = try await withBoth(open)
            try await answerByDesmond(open, id)
            let version = try await open.now(id).version
            for person in [open.nerys, open.desmond] {
                #expect(
                    await open.outcome { try await open.desk.release(id, version: version, by: person) } == .ownAnswer)
            }
            #expect(try await open.release(id).step == .published)
        }
    }

    @Test("A further expert must be one who answers, is not left out by the asker, and has not answered yet")
    func refusals() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.assign(id)
            func asking(_ person: PersonID) async throws -> Desk.Refusal? {
                let version = try await open.now(id).version
                return await open.outcome {
                    try await open.desk.askAnother(person, about: id, version: version, by: open.yasmin)
                }
            }
            #expect(try await asking(open.desmond) == .gone)
            try await open.answer(id)
            #expect(try await asking(open.yasmin) == .notAnExpert)
            #expect(try await asking(open.nerys) == .hasAnswered)
            try await open.bringIn(.exclude([open.desmond]), receipt)
            #expect(try await asking(open.desmond) == .excludedByAsker)
        }
    }

    @Test(
        "Handed back, not waited for, or left by its expert, the question goes on with the answer there is",
        arguments: 0..<3)
    func without(way: Int) async throws {
        try await withDesk { open in
            let id = try await withBoth(open)
            let version = try await open.now(id).version
            switch way {
            case 0: try await open.desk.handBack(id, reason: "Not mine.", version: version, by: open.desmond)
            case 1: try await open.desk.stopWaiting(id, version: version, by: open.yasmin)
            default: try await open.desk.removeExpert(open.desmond)
            }
            let question = try await open.now(id)
            #expect(question.step == .answered(by: open.nerys))
            #expect(question.answer?.text == OpenDesk.answer)
            #expect(try await open.release(id).step == .published)
        }
    }

    @Test("An expert whom the asker leaves out loses their answer alone, and nothing says it was built on")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await withBoth(open, receipt)
            try await answerByDesmond(open, id, buildsOn: open.nerys)
            try await open.bringIn(.exclude([open.nerys]), receipt)
            let question = try await open.now(id)
            #expect(question.step == .answered(by: open.desmond))
            #expect(question.answers.map(\.expert) == [open.desmond])
            #expect(question.answers.map(\.buildsOn) == [nil])
        }
    }

    @Test("An answer written anew keeps its place, and cannot build on a later one")
    func rewritten() async throws {
        try await withDesk { open in
            let id = try await withBoth(open)
            try await answerByDesmond(open, id)
            let version = try await open.now(id).version
            try await open.desk.askAnother(
                try await anotherExpert(open), about: id, version: version, by: open.yasmin)
            try await open.desk.stopWaiting(id, version: version + 1, by: open.yasmin)
            let typed = Answer.Typed(text: Self.second + " Again.", buildsOn: open.desmond.description)
            try await open.desk.answer(
                id, try Answer.Draft(typed, today: open.clock.world.today), version: version + 2, by: open.desmond)
            #expect(try await open.now(id).answers.map(\.expert) == [open.nerys, open.desmond])
            #expect(try await open.now(id).answers.map(\.buildsOn) == [nil, nil])
        }
    }

    private func anotherExpert(_ open: OpenDesk) async throws -> PersonID {
        let profile = try Expert.Profile(headline: "Coach", about: "", topics: [])
        try await open.desk.save(profile, of: open.alasdair)
        return open.alasdair
    }
}
