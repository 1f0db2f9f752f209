import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct CommentsTests {
    @Test("A conversation reads in order: whole first, then by stage, replies under what they reply to")
    func order() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            _ = try await open.say("About the plan", on: reflection, at: .stage("plan"), by: open.peer)
            let whole = try #require(try await open.say("About it all", on: reflection, by: open.peer))
            _ = try await open.say("About what was learnt", on: reflection, at: .stage("learn"), by: open.stranger)
            let thanks = try #require(
                try await open.say("Thanks", on: reflection, at: .reply(to: whole), by: open.owner))
            _ = try await open.say("Second reply", on: reflection, at: .reply(to: whole), by: open.stranger)
            _ = try await open.say("Any time", on: reflection, at: .reply(to: thanks), by: open.peer)
            #expect(
                try await open.conversation(on: reflection, readBy: open.peer) == [
                    "About it all", "  Thanks", "    Any time", "  Second reply", "About what was learnt",
                    "About the plan",
                ])
            let threads = try await open.journal.reading(of: reflection.id, by: open.owner)?.threads
            #expect(threads?.map(\.stage) == [nil, "learn", "plan"])
        }
    }

    @Test("A comment taken back leaves a tombstone that keeps the replies' sense, without words or name")
    func tombstone() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(try await open.say("You were rude to her", on: reflection, by: open.peer))
            _ = try await open.say("I was, and said sorry", on: reflection, at: .reply(to: first), by: open.owner)
            #expect(try await open.journal.remove(first, by: open.peer))
            for reader in [open.owner, open.peer, open.stranger] {
                #expect(
                    try await open.conversation(on: reflection, readBy: reader)
                        == ["(taken back)", "  I was, and said sorry"])
            }
            #expect(try await open.journal.remove(first, by: open.owner) == false)
        }
    }

    @Test("The owner removes what stands beside their words; a bystander removes nothing")
    func removal() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let comment = try #require(try await open.say("Buy my course", on: reflection, by: open.peer))
            #expect(try await open.journal.remove(comment, by: open.stranger) == false)
            #expect(try await open.journal.remove(comment, by: open.owner))
            #expect(try await open.conversation(on: reflection, readBy: open.peer) == ["(removed by the owner)"])
        }
    }

    @Test("The page offers removal to whom it is granted")
    func offered() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            _ = try await open.say("Well done", on: reflection, by: open.peer)
            for (reader, isOffered) in [(open.owner, true), (open.peer, true), (open.stranger, false)] {
                let reading = try #require(try await open.journal.reading(of: reflection.id, by: reader))
                let comment = try #require(reading.threads.first?.comments.first)
                #expect(reading.mayRemove(comment) == isOffered)
            }
        }
    }

    @Test("An author takes their words back even after the share has ended")
    func removalAfterwards() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember], until: open.today)
            let comment = try #require(try await open.say("Well done", on: reflection, by: open.peer))
            open.clock.advance(days: 1)
            #expect(try await open.say("Again", on: reflection, at: .reply(to: comment), by: open.peer) == nil)
            #expect(try await open.journal.remove(comment, by: open.peer))
            #expect(try await open.conversation(on: reflection, readBy: open.owner) == ["(taken back)"])
        }
    }

    @Test("A form sent twice says it once")
    func repeated() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let (draft, key) = (try Comment.Draft(body: "Well done"), open.key())
            let first = try await open.journal.comment(draft, on: reflection.id, by: open.peer, key: key)
            #expect(first != nil)
            #expect(try await open.journal.comment(draft, on: reflection.id, by: open.peer, key: key) == first)
            #expect(try await open.conversation(on: reflection, readBy: open.owner) == ["Well done"])
        }
    }

    @Test("Nobody replies to another reflection's comment or to a stage that is not there")
    func wrongPlace() async throws {
        try await withJournal { open in
            let (here, elsewhere) = (try await open.begun("Here"), try await open.begun("Elsewhere"))
            try await open.share(here, with: [.everyMember])
            let comment = try #require(try await open.say("Private note", on: elsewhere, by: open.owner))
            #expect(try await open.say("Reply", on: here, at: .reply(to: comment), by: open.peer) == nil)
            #expect(try await open.say("Reply", on: here, at: .stage("feelings"), by: open.peer) == nil)
            #expect(try await open.say("To an unwritten stage", on: here, at: .stage("plan"), by: open.peer) != nil)
        }
    }

    @Test("A chain of a thousand replies is read like any other")
    func longChain() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            var place = Comment.Place.reflection
            for number in 0..<1_000 {
                let said = try await open.say("\(number)", on: reflection, at: place, by: open.owner)
                place = .reply(to: try #require(said))
            }
            let comments = try await open.journal.reading(of: reflection.id, by: open.owner)?.threads.first?.comments
            #expect(comments?.map(\.depth) == Array(0..<1_000))
        }
    }

    @Test(
        "A comment has between one character and 4,000",
        arguments: [
            ("", "Write your comment before sending it."), (" \r\n ", "Write your comment before sending it."),
            (
                String(repeating: "x", count: 4_002),
                "Your comment is 4,002 characters long and can be at most 4,000: shorten it by 2."
            ),
        ])
    func draftRules(body: String, sentence: String) {
        #expect(throws: Invalid("body", sentence)) { try Comment.Draft(body: body) }
    }
}
