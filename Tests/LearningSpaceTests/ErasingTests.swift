import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct ErasingTests {
    @Test("A deleted reflection takes its shares and its conversation with it")
    func one() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember, .member(open.peer)])
            let first = try #require(
                try await open.say("Well done", on: reflection, at: .stage("learn"), by: open.peer))
            _ = try await open.say("Thanks", on: reflection, at: .reply(to: first), by: open.owner)
            #expect(try await open.journal.erase(reflection.id, by: open.owner))
            #expect(try await open.journal.reading(of: reflection.id, by: open.owner) == nil)
            #expect(try await open.journal.shares(of: open.owner).isEmpty)
            #expect(try await open.journal.remove(first, by: open.peer) == false)
            #expect(try await open.journal.erase(reflection.id, by: open.owner) == false)
        }
    }

    @Test("Someone who leaves takes everything along, and what others wrote stays")
    func everything() async throws {
        try await withJournal { open in
            let kept = try await open.begun("Stays")
            try await open.share(kept, with: [.everyMember, .member(open.peer)])
            let first = try #require(try await open.say("A leaver's words", on: kept, by: open.peer))
            _ = try await open.say("A reply", on: kept, at: .reply(to: first), by: open.owner)
            let gone = try await open.journal.begin(
                try .init(title: "A leaver's own", words: [:]), by: open.peer, key: open.key())
            for _ in 1...2 {
                try await open.journal.erase(everythingOf: open.peer)
                #expect(try await open.journal.reflections(of: open.peer).isEmpty)
                #expect(try await open.journal.reading(of: try #require(gone.saved).id, by: open.peer) == nil)
                #expect(try await open.journal.shares(of: open.owner).map(\.audience) == [.everyMember])
                #expect(
                    try await open.conversation(on: kept, readBy: open.owner) == ["(taken back)", "  A reply"])
            }
        }
    }

    @Test("Nothing of a leaver is left in the file once its log is written back")
    func noResidue() async throws {
        try await withJournal { open in
            let reflection = try await open.begun("Stays")
            try await open.share(reflection, with: [.member(open.peer)])
            _ = try await open.say("marker-comment", on: reflection, by: open.peer)
            let draft = try Reflection.Draft(title: "marker-title", words: ["plan": "marker-plan"])
            _ = try await open.journal.begin(draft, by: open.peer, key: open.key())
            try await open.journal.erase(everythingOf: open.peer)
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            let file = try Data(contentsOf: open.folder.appending(path: "learning.sqlite"))
            for marker in [Data("marker-".utf8), Data(open.peer.bytes)] { #expect(file.range(of: marker) == nil) }
            #expect(file.range(of: Data(open.owner.bytes)) != nil)
        }
    }
}
