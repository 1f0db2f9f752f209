import Foundation
import GRDB
import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct GoalTests {
    @Test("A step comes back on its day, is put off, and closes with what changed: nothing said of it is lost")
    func loop() async throws {
        try await withJournal { open in
            let goal = try await open.keep("Ask two people", days: 10)
            #expect(try await open.journal.countOfGoalsDue(of: open.owner) == 0)
            open.clock.advance(days: 10)
            #expect(try await open.journal.countOfGoalsDue(of: open.owner) == 1)
            #expect(try await open.answer(goal, "not yet", "Both were away.", days: 5))
            #expect(try await open.journal.countOfGoalsDue(of: open.owner) == 0)
            open.clock.advance(days: 6)
            #expect(try await open.answer(goal, "done", "They had noticed."))
            #expect(try await open.answer(goal, "let go", "") == false, "it is closed")
            let kept = try #require(try await open.journal.goal(goal, of: open.owner))
            #expect(kept.state == .done(open.today))
            #expect(kept.checkIns.map(\.words) == ["Both were away.", "They had noticed."])
            #expect(try await open.journal.countOfGoalsDue(of: open.owner) == 0)
        }
    }

    @Test("Sent twice, a step is kept once and an answer is added once")
    func twice() async throws {
        try await withJournal { open in
            let draft = try Goal.Draft(title: "Once", due: open.today.description, today: open.today)
            let (key, other) = (open.key(), open.key())
            let first = try #require(try await open.journal.keep(draft, by: open.owner, key: key))
            #expect(try await open.journal.keep(draft, by: open.owner, key: key) == first)
            let answer = try CheckIn.Draft(verdict: "done", words: "Yes.", due: "", today: open.today)
            for _ in 1...2 { #expect(try await open.journal.add(answer, to: first, by: open.owner, key: other)) }
            #expect(try await open.journal.goals(of: open.owner).map(\.checkIns.count) == [1])
        }
    }

    @Test("A step is its owner's alone, though the reflection it came from be shared")
    func ownersAlone() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let goal = try await open.keep("Ask two people", from: reflection.id)
            let draft = try Goal.Draft(title: "Mine", due: open.today.description, today: open.today)
            #expect(
                try await open.journal.keep(draft, from: reflection.id, by: open.peer, key: open.key()) == nil)
            #expect(try await open.journal.goal(goal, of: open.peer) == nil)
            #expect(try await open.journal.goals(around: reflection.id, of: open.peer).isEmpty)
            #expect(try await open.journal.beginCycle(after: goal, by: open.peer, key: open.key()) == nil)
            #expect(try await open.journal.erase(goal: goal, by: open.peer) == false)
            #expect(try await open.journal.erase(goal: goal, by: open.owner))
        }
    }

    @Test("The next cycle begins with what was said of the step, and the chain is told from end to end")
    func chain() async throws {
        try await withJournal { open in
            let first = try await open.begun("First time in the chair")
            let asked = try await open.keep("Ask two people", from: first.id)
            let other = try await open.keep("Write it down", from: first.id)
            open.clock.advance(days: 3)
            #expect(try await open.answer(asked, "done", "They had noticed."))
            let key = open.key()
            let second = try #require(try await open.journal.beginCycle(after: asked, by: open.owner, key: key))
            #expect(try await open.journal.beginCycle(after: asked, by: open.owner, key: key) == second)
            let reading = try #require(try await open.journal.reading(of: second, by: open.owner))
            #expect(reading.reflection.title == "Ask two people")
            #expect(reading.reflection.stages.filter(\.isWritten).map(\.words) == ["They had noticed."])
            let third = try await open.keep("Ask them again", from: second)
            _ = try await open.keep("By itself")
            let around = try await open.journal.goals(around: second, of: open.owner)
            #expect(Set(around.map(\.id)) == [asked, third])

            let chains = Chain.chains(of: try await open.journal.goals(of: open.owner))
            let long = try #require(chains.first { $0.title == "First time in the chair" })
            #expect(chains.map(\.title).sorted() == ["By itself", "First time in the chair"])
            #expect(Set(long.goals.map(\.id)) == [asked, other, third])
            #expect(long.cycles.map(\.id) == [first.id, second])
            #expect(long.lastMoved == open.today)
        }
    }

    @Test("A deleted reflection leaves its steps, and a leaver leaves none")
    func erased() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let goal = try await open.keep("Ask two people", from: reflection.id)
            #expect(try await open.journal.erase(reflection.id, by: open.owner))
            #expect(try await open.journal.goal(goal, of: open.owner)?.source == nil)
            try await open.journal.erase(everythingOf: open.owner)
            #expect(try await open.journal.goals(of: open.owner).isEmpty)
        }
    }

    @Test("A line that says nothing, a day that has passed and no verdict are said")
    func refused() throws {
        let today = try #require(Day("2026-09-15"))
        for (title, due, fields) in [
            ("", "2026-10-01", ["title"]), ("\u{200B}", "2026-10-01", ["title"]), ("Do it", "2026-09-14", ["due"]),
            ("Do it", "soon", ["due"]), ("Do it", "2036-01-01", ["due"]),
            (String(repeating: "x", count: 301), "", ["title", "due"]),
        ] {
            do throws(InvalidFields) {
                _ = try Goal.Draft(title: title, due: due, today: today)
                Issue.record("\(title.prefix(20)) \(due) was taken")
            } catch { #expect(error.all.map(\.field) == fields) }
        }
        #expect(throws: InvalidFields([Invalid("verdict", "Choose whether it happened.")])) {
            try CheckIn.Draft(verdict: "perhaps", words: "", due: "2026-10-01", today: today)
        }
        // The day is read only where it is asked again.
        #expect(try CheckIn.Draft(verdict: "done", words: "", due: "never", today: today).verdict == .done)
    }

    @Test("The lines of a plan are steps, without their numbers, in every model that has a plan")
    func steps() async throws {
        try await withJournal { open in
            let plan =
                "1. Raise it.\n\n2) Ask first – \"What is going on?\"\n- Write it down\nNo mark here\n3rd time lucky"
            let reflection = try await open.begun(words: ["plan": plan])
            #expect(
                reflection.steps == [
                    "Raise it.", "Ask first – \"What is going on?\"", "Write it down", "No mark here", "3rd time lucky",
                ])
            let long = try await open.begun(words: ["plan": "Begin small. " + String(repeating: "Go on. ", count: 60)])
            #expect(long.steps == ["Begin small."])
            #expect(ReflectionModel.all.compactMap(\.planning?.name) == ["plan", "try", "action", "now-what"])
        }
    }
}

extension OpenJournal {
    func keep(_ title: String, from reflection: ID<Reflection>? = nil, days: Int = 30) async throws -> ID<Goal> {
        let draft = try Goal.Draft(title: title, due: (today + days).description, today: today)
        return try #require(try await journal.keep(draft, from: reflection, by: owner, key: key()))
    }

    func answer(_ goal: ID<Goal>, _ verdict: String, _ words: String, days: Int = 0) async throws -> Bool {
        let draft = try CheckIn.Draft(
            verdict: verdict, words: words, due: (today + days).description, today: today)
        return try await journal.add(draft, to: goal, by: owner, key: key())
    }
}
