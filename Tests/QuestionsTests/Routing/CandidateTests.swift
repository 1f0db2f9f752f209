import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct CandidateTests {
    @Test("Who answers the topic stands first, and every reason is said")
    func topic() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            let candidates = try await open.candidates(for: id)
            #expect(candidates.map(\.id) == [open.nerys, open.desmond])
            #expect(
                candidates.map(\.reasons) == [
                    ["Answers Careers, the topic it was asked under.", "Holds no open question."],
                    ["Declared no topic that it touches.", "Holds no open question."],
                ])
        }
    }

    @Test("Words that an administrator gave a topic bring its experts up, and are shown")
    func words() async throws {
        try await withDesk { open in
            try await open.desk.save(try TopicWords("overdraft*, invoices, cash flow"), of: "small-business")
            let id = try await open.asked("My overdraft grows and no client pays an invoice. Where do I begin?").id
            let desmond = try #require(try await open.candidates(for: id).first { $0.id == open.desmond })
            #expect(desmond.reasons.first?.hasSuffix("%): “overdraft”, “invoices”.") == true)
            #expect(
                try await open.desk.specialties(for: "An overdraft").map(\.topic.slug) == ["small-business", "careers"])
        }
    }

    @Test("Between two of the same topic, the one who answered such questions comes first")
    func past() async throws {
        try await withDesk { open in
            let other = try await open.expert("careers")
            let bees = ["Where do bees sleep in winter?", "May I keep bees on a roof?"]
            let prices = ["Do prices rise in spring?", "Do prices fall in autumn?", "Who sets the prices of honey?"]
            for (text, expert) in bees.map({ ($0, other) }) + prices.map({ ($0, open.nerys) }) {
                let id = try await open.asked(text).id
                try await open.assign(id, to: expert)
                try await open.answer(id, by: expert)
                try await open.release(id)
            }
            let id = try await open.asked("Which flowers do bees like best of all?").id
            let first = try #require(try await open.candidates(for: id).first)
            #expect(first.id == other)
            #expect(first.reasons.contains("Gave 2 of the 2 published answers to questions most like it."))
        }
    }

    @Test("Who holds much comes after who holds little, though both fit")
    func load() async throws {
        try await withDesk { open in
            let other = try await open.expert("careers")
            for number in 1...3 { try await open.assign(try await open.asked("Question number \(number), asked?").id) }
            let id = try await open.asked("How do I become a supervisor?").id
            let candidates = try await open.candidates(for: id)
            #expect(candidates.prefix(2).map(\.id) == [other, open.nerys])
            #expect(candidates.first { $0.id == open.nerys }?.reasons.last == "Holds 3 open questions.")
        }
    }

    @Test("Who is away stands last until they are back")
    func away() async throws {
        try await withDesk { open in
            try await open.away(open.nerys, days: 8)
            let id = try await open.asked("How do I become a supervisor?").id
            let candidates = try await open.candidates(for: id)
            #expect(candidates.map(\.id) == [open.desmond, open.nerys])
            #expect(candidates.last?.reasons.first == "Away until 23 September 2026.")
            open.clock.advance(days: 9)
            #expect(try await open.candidates(for: id).first?.id == open.nerys)
        }
    }

    @Test("A name an expert is too close to puts them behind the others, whatever its capitals and marks")
    func conflict() async throws {
        try await withDesk { open in
            try await open.desk.save(try Conflicts("Northside  Trust\nAcme"), of: open.nerys)
            let held = try await open.asked("Does the Northside pension of that trust follow me if I leave?").id
            // Both words stand there, but not one after another.
            #expect(try await open.candidates(for: held).first?.id == open.nerys)
            let id = try await open.asked("I work for NORTHSIDE-trust and want to leave. May I?").id
            let candidates = try await open.candidates(for: id)
            #expect(candidates.last?.id == open.nerys)
            #expect(
                candidates.last?.reasons.first == "Declared a conflict: “Northside Trust” stands in the question.")
        }
    }

    @Test("Whom the asker left out is not in the list, and no number tells them of it")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.bringIn(.exclude([open.desmond, open.alasdair]), receipt)
            #expect(try await open.candidates(for: id).map(\.id) == [open.nerys])
            #expect(try await open.candidates(for: id, shownTo: open.alasdair).isEmpty)
            try await open.assign(id)
            let other = try await open.asked("Another question, asked by somebody?").id
            func held(shownTo person: PersonID) async throws -> Int? {
                try await open.candidates(for: other, shownTo: person).first { $0.id == open.nerys }?.held
            }
            #expect(try await held(shownTo: open.yasmin) == 1)
            #expect(try await held(shownTo: open.alasdair) == 0)
            let atWork = try await open.desk.expertsAtWork(shownTo: open.alasdair)
            #expect(atWork.allSatisfy { $0.held == 0 && $0.open == 0 })
            #expect(try await open.desk.held(by: open.nerys, shownTo: open.alasdair).isEmpty)
        }
    }

    @Test("Who declined a question stands behind the others for it, and says why")
    func declined() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            try await open.handBack(id)
            let candidates = try await open.candidates(for: id)
            #expect(candidates.map(\.id) == [open.desmond, open.nerys])
            #expect(candidates.last?.reasons.first == "Declined this question before.")
        }
    }
}
