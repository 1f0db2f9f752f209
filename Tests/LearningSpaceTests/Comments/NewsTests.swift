import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

struct NewsTests {
    private func news(_ open: OpenJournal, _ person: PersonID) async throws -> [String] {
        try await open.journal.news(for: person).map { "\($0.title): \($0.people.count)" }
    }

    @Test func `what is said to somebody is new until they look`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun("An evening")
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(try await open.say("Why?", on: reflection, by: open.peer, isShown: false))
            _ = try await open.say("Mine", on: reflection, by: open.stranger, isShown: false)
            #expect(try await news(open, open.owner) == ["An evening: 2"])
            #expect(try await news(open, open.peer).isEmpty, "nobody hears of their own words, nor of another's thread")
            try await open.journal.noteLooked(at: reflection.id, by: open.owner)
            #expect(try await news(open, open.owner).isEmpty)
            _ = try await open.say("Because.", on: reflection, at: .reply(to: first), by: open.owner, isShown: false)
            #expect(try await news(open, open.peer) == ["An evening: 1"])
            #expect(try await news(open, open.stranger).isEmpty)
            try await open.journal.noteLooked(by: open.peer)
            #expect(try await news(open, open.peer).isEmpty)
        }
    }

    @Test func `nobody hears of what they cannot read, and nothing by whom they muted`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun("An evening")
            let shares = try await open.share(reflection, with: [.everyMember])
            let first = try #require(try await open.say("Why?", on: reflection, by: open.peer, isShown: false))
            _ = try await open.say("Because.", on: reflection, at: .reply(to: first), by: open.owner, isShown: false)
            _ = try await open.journal.withdraw(try #require(shares.first).id, by: open.owner)
            #expect(try await news(open, open.peer).isEmpty, "the share is withdrawn")
            #expect(try await open.journal.membersWithNews() == [open.owner])
            try await open.journal.mute(open.peer, for: open.owner)
            #expect(try await news(open, open.owner).isEmpty, "muted since")
            try await open.share(reflection, with: [.everyMember])
            _ = try await open.say("Again", on: reflection, by: open.peer, isShown: false)
            #expect(try await news(open, open.owner).isEmpty, "muted before")
            #expect(try await open.journal.membersWithNews() == [open.peer])
        }
    }

    @Test func `what is taken back is no news, and a mail is told once`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun("An evening")
            try await open.share(reflection, with: [.everyMember])
            let first = try #require(try await open.say("Why?", on: reflection, by: open.peer, isShown: false))
            #expect(try await open.journal.membersWithNews() == [open.owner])
            try await open.journal.noteTold([open.owner])
            #expect(try await open.journal.membersWithNews().isEmpty)
            #expect(try await news(open, open.owner) == ["An evening: 1"])
            #expect(try await open.journal.remove(first, by: open.peer))
            #expect(try await news(open, open.owner).isEmpty)
        }
    }
}
