import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct ConsentTests {
    @Test("What a peer says is between the two, and with their replies so, until both agree to show it")
    func between() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(
                try await open.say("Were you angry?", on: reflection, by: open.peer, isShown: false))
            _ = try await open.say("I was.", on: reflection, at: .reply(to: first), by: open.owner, isShown: false)
            let both = ["Were you angry?", "  I was."]
            func sees(_ reader: PersonID) async throws -> [String] {
                try await open.conversation(on: reflection, readBy: reader)
            }
            #expect(try await open.journal.show(first, true, by: open.stranger) == false)
            for (person, isShown, strangerSees) in [
                (open.owner, true, false), (open.peer, true, true), (open.owner, false, false),
                (open.owner, true, true),
            ] {
                #expect(try await sees(open.owner) == both)
                #expect(try await sees(open.peer) == both)
                #expect(try await open.journal.show(first, isShown, by: person))
                #expect(try await sees(open.stranger) == (strangerSees ? both : []))
            }
            let share = try #require(try await open.journal.shares(of: open.owner).first)
            #expect(try await open.journal.show(first, false, by: open.peer))
            let seen = try await open.journal.reading(asSeenThrough: share.id, by: open.owner)
            #expect(seen?.reading.threads.isEmpty == true, "what every member sees")
            #expect(
                try await open.say("Me too", on: reflection, at: .reply(to: first), by: open.stranger, isShown: false)
                    == nil)
        }
    }

    @Test("Once somebody else has spoken in a thread that was shown, neither of the two takes that back")
    func others() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(try await open.say("Were you angry?", on: reflection, by: open.peer))
            #expect(try await open.say("I would be", on: reflection, at: .reply(to: first), by: open.stranger) != nil)
            for person in [open.owner, open.peer] {
                #expect(try await open.journal.show(first, false, by: person) == false)
            }
        }
    }

    @Test("What the owner says to their own reflection is for its readers")
    func owners() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(
                try await open.say("What would you do?", on: reflection, by: open.owner, isShown: false))
            #expect(try await open.conversation(on: reflection, readBy: open.peer) == ["What would you do?"])
            #expect(try await open.journal.show(first, false, by: open.owner) == false)
        }
    }

    @Test("A comment is changed by its writer for ten minutes, unless somebody answers first")
    func editing() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let changed = try Comment.Draft(body: "Changed")
            let one = try #require(try await open.say("One", on: reflection, by: open.peer))
            #expect(try await open.journal.edit(one, to: changed, by: open.owner) == false)
            open.clock.advance(minutes: 9)
            #expect(try await open.journal.edit(one, to: changed, by: open.peer))
            let reading = try #require(try await open.journal.reading(of: reflection.id, by: open.peer))
            let comment = try #require(reading.threads.first?.comments.first)
            #expect(comment.edited == open.clock.world.now())
            #expect(reading.mayEdit(comment, at: open.clock.world.now()))
            open.clock.advance(minutes: 1)
            #expect(!reading.mayEdit(comment, at: open.clock.world.now()))
            #expect(try await open.journal.edit(one, to: changed, by: open.peer) == false)

            let two = try #require(try await open.say("Two", on: reflection, by: open.peer))
            let reply = try #require(
                try await open.say("Yes", on: reflection, at: .reply(to: two), by: open.owner))
            #expect(try await open.journal.edit(two, to: changed, by: open.peer) == false)
            #expect(try await open.journal.remove(reply, by: open.owner))
            #expect(try await open.journal.edit(two, to: changed, by: open.peer) == false, "it was answered")
            #expect(
                try await open.conversation(on: reflection, readBy: open.owner) == ["Changed", "Two", "  (taken back)"])
        }
    }

    @Test("Whom somebody mutes they do not read; nobody else notices, and seeing as them does not tell")
    func muting() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember, .member(open.stranger)])
            let first = try #require(try await open.say("Buy my course", on: reflection, by: open.peer))
            _ = try await open.say("No", on: reflection, at: .reply(to: first), by: open.owner)
            for _ in 1...2 { try await open.journal.mute(open.peer, for: open.stranger) }
            try await open.journal.mute(open.owner, for: open.owner)
            #expect(try await open.journal.muted(by: open.stranger) == [open.peer])
            #expect(try await open.conversation(on: reflection, readBy: open.stranger) == ["(muted)", "  No"])
            let heard = ["Buy my course", "  No"]
            for reader in [open.owner, open.peer] {
                #expect(try await open.conversation(on: reflection, readBy: reader) == heard)
            }
            let shares = try await open.journal.shares(of: open.owner)
            let named = try #require(shares.first { $0.audience == .member(open.stranger) })
            let seen = try await open.journal.reading(asSeenThrough: named.id, by: open.owner)
            let words = seen?.reading.threads.flatMap(\.comments).map(\.content)
            #expect(words?.first == .words("Buy my course", author: open.peer))
            #expect(try await open.journal.unmute(open.peer, for: open.stranger))
            #expect(try await open.journal.unmute(open.peer, for: open.stranger) == false)
            #expect(try await open.conversation(on: reflection, readBy: open.stranger) == heard)
        }
    }

    @Test("A comment taken up as a step names who said it, if they agreed and while they are here")
    func credit() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            let draft = try Goal.Draft(title: "Ask them", due: open.today.description, today: open.today)
            func taken(_ comment: ID<Comment>?, from source: ID<Reflection>) async throws -> PersonID? {
                let goal = try #require(
                    try await open.journal.keep(
                        draft, from: source, takingUp: comment, by: open.owner, key: open.key()))
                return try #require(try await open.journal.goal(goal, of: open.owner)).credit
            }
            let named = try await open.say("Ask them", on: reflection, by: open.peer, mayName: true)
            let unnamed = try await open.say("Ask them", on: reflection, by: open.stranger)
            let own = try await open.say("Ask them", on: reflection, by: open.owner, mayName: true)
            let elsewhere = try await open.begun("Another")
            #expect(try await taken(named, from: reflection.id) == open.peer)
            #expect(try await taken(unnamed, from: reflection.id) == nil)
            #expect(try await taken(own, from: reflection.id) == nil)
            #expect(try await taken(named, from: elsewhere.id) == nil, "it was said to another")
            try await open.journal.mute(open.peer, for: open.owner)
            try await open.journal.erase(everythingOf: open.peer)
            #expect(try await open.journal.goals(of: open.owner).allSatisfy { $0.credit == nil })
            #expect(try await open.journal.muted(by: open.owner).isEmpty)
        }
    }

    @Test("What was said before threads had consent is still seen by every reader")
    func migrated() async throws {
        try await withTemporaryFolder { folder in
            let world = TestWorld().world
            let (owner, peer, other): (PersonID, PersonID, PersonID) = (world.id(), world.id(), world.id())
            let id: ID<Reflection> = world.id()
            let older = try DatabaseQueue(path: folder.appending(path: "learning.sqlite").path)
            try Schema.migrations.migrate(older, upTo: "5 goals")
            try await older.write { [today = world.today] db in
                try db.execute(
                    sql: "INSERT INTO reflection VALUES (?, ?, ?, 'cycle', 'Old', NULL, NULL, 1, ?, ?)",
                    arguments: [id, owner, id, world.now(), world.now()])
                try db.execute(sql: "INSERT INTO stage VALUES (?, 'learn', 'Words.')", arguments: [id])
                try db.execute(
                    sql: "INSERT INTO share VALUES (?, ?, 'every member', NULL, NULL, NULL)", arguments: [id, id])
                try db.execute(
                    sql: "INSERT INTO shared_stage VALUES (?, ?, 'learn', ?, ?)", arguments: [id, id, today, today])
                try db.execute(
                    sql: """
                        INSERT INTO comment (id, reflection, stage, sending, author, body, written)
                        VALUES (?, ?, 'learn', ?, ?, 'Well said.', ?)
                        """, arguments: [id, id, id, peer, world.now()])
            }
            try older.close()
            let reading = try await Journal(folder: folder, world: world).reading(of: id, by: other)
            #expect(reading?.threads.map(\.showing.isShown) == [true])
        }
    }
}
