import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct ListsTests {
    @Test("My list shows the last saved first, what is written, and who can see it")
    func own() async throws {
        try await withJournal { open in
            let first = try await open.begun("First", words: ["learn": "a", "plan": "b"])
            open.clock.advance(days: 1)
            _ = try await open.begun("Second", words: [:])
            open.clock.advance(days: 1)
            let shares = try await open.share(first, with: [.everyMember])
            _ = try await open.say("Thank you", on: first, by: open.peer)
            let list = try await open.journal.reflections(of: open.owner)
            #expect(list.map(\.summary.title) == ["Second", "First"])
            #expect(list.map(\.summary.written) == [[], ["learn", "plan"]])
            #expect(list.map(\.summary.comments) == [0, 1])
            #expect(list.map(\.shares) == [[], shares])
        }
    }

    @Test("What peers share with me stands once, though it be shared twice, and never my own")
    func shared() async throws {
        try await withJournal { open in
            let twice = try await open.begun("Twice")
            try await open.share(twice, with: [.everyMember], until: open.today + 10)
            open.clock.advance(days: 1)
            try await open.share(twice, with: [.member(open.peer)], until: open.today + 50)
            let other = try await open.begun("Later")
            try await open.share(other, with: [.everyMember])
            let list = try await open.journal.reflections(sharedWith: open.peer).shared
            #expect(list.map(\.title) == ["Later", "Twice"])
            #expect(list.map(\.since) == [open.today, open.today + -1])
            #expect(list.map(\.until) == [open.today + 90, open.today + 50])
            #expect(list.map(\.owner) == [open.owner, open.owner])
            #expect(try await open.journal.reflections(sharedWith: open.owner).shared.isEmpty)
        }
    }

    @Test("A removed comment is no longer counted")
    func counted() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let comment = try #require(try await open.say("Hasty", on: reflection, by: open.peer))
            #expect(try await open.journal.remove(comment, by: open.peer))
            #expect(try await open.journal.reflections(of: open.owner).map(\.summary.comments) == [0])
        }
    }
}
