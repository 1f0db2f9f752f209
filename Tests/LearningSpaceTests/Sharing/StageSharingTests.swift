import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct StageSharingTests {
    private static let words = [
        "learn": "learnt-in-private", "reflect": "for-one", "assess": "for-a-link", "plan": "for-all",
    ]

    @Test("Each stage has its own audience: nobody reads a word of another")
    func byStage() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: Self.words)
            try await open.share(reflection, ["plan"], with: [.everyMember])
            try await open.share(reflection, ["reflect"], with: [.member(open.peer)])
            #expect(try await Self.read(open.peer, reflection, open) == ["for-one", "for-all"])
            #expect(try await Self.read(open.stranger, reflection, open) == ["for-all"])
            #expect(try await Self.read(open.owner, reflection, open).count == 4)
            let listed = try await open.journal.reflections(sharedWith: open.peer).shared
            #expect(listed.map { $0.stages.map(\.name) } == [["reflect", "plan"]])
        }
    }

    @Test("Each stage ends on its own day, and one is withdrawn without the others")
    func ending() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: Self.words)
            try await open.share(reflection, ["plan"], with: [.member(open.peer)], until: open.today + 5)
            let shares = try await open.share(
                reflection, ["learn", "reflect"], with: [.member(open.peer)], until: open.today + 9)
            #expect(shares.count == 1)
            #expect(shares[0].stages.map(\.until) == [open.today + 9, open.today + 9, open.today + 5])
            open.clock.advance(days: 6)
            #expect(try await Self.read(open.peer, reflection, open) == ["learnt-in-private", "for-one"])
            let id = try await open.journal.withdraw(shares[0].id, stage: "learn", by: open.owner)
            #expect(id == reflection.id)
            #expect(try await Self.read(open.peer, reflection, open) == ["for-one"])
            _ = try await open.journal.withdraw(shares[0].id, stage: "reflect", by: open.owner)
            _ = try await open.journal.withdraw(shares[0].id, stage: "plan", by: open.owner)
            #expect(try await open.journal.withdraw(shares[0].id, by: open.owner) == nil, "nothing is left of it")
        }
    }

    @Test("A comment on a closed stage is neither read, written, replied to nor reported")
    func comments() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: Self.words)
            try await open.share(reflection, ["learn"], with: [.member(open.peer)])
            try await open.share(reflection, ["plan"], with: [.everyMember])
            let said = try #require(
                try await open.say("About the first stage", on: reflection, at: .stage("learn"), by: open.peer))
            #expect(try await open.conversation(on: reflection, readBy: open.stranger).isEmpty)
            #expect(try await open.say("Me too", on: reflection, at: .stage("learn"), by: open.stranger) == nil)
            #expect(try await open.say("Me too", on: reflection, at: .reply(to: said), by: open.stranger) == nil)
            #expect(try await open.journal.reportable(said, on: reflection.id, for: open.stranger) == nil)
            #expect(try await open.say("To it all", on: reflection, by: open.peer) == nil, "not all is open to them")
            #expect(try await open.say("Fine", on: reflection, at: .stage("plan"), by: open.stranger) != nil)
        }
    }

    @Test("A link opens its stages to whoever has it, and its secret is in no file")
    func link() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: Self.words)
            let draft = try Share.Draft(["assess"], with: [.link], by: open.owner, today: open.today)
            let made = try #require(try await open.journal.share(reflection.id, draft, by: open.owner))
            let secret = try #require(made.secret)
            #expect(made.shares.map(\.opened) == [nil])
            let reading = try await open.journal.reading(bySecret: secret)
            #expect(reading?.reflection.stages.map(\.words) == ["for-a-link"])
            let opened = try await open.journal.shares(of: open.owner).map(\.opened)
            #expect(opened == [open.today])
            #expect(try await open.journal.reading(of: reflection.id, by: open.stranger) == nil)
            #expect(try await open.journal.reading(bySecret: secret + "0") == nil)
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            let file = try Data(contentsOf: open.folder.appending(path: "learning.sqlite"))
            #expect(file.range(of: Data(secret.utf8)) == nil)
            _ = try await open.journal.withdraw(made.shares[0].id, by: open.owner)
            #expect(try await open.journal.reading(bySecret: secret) == nil)
        }
    }

    @Test("The owner learns of the first reading by someone named, and never of one among all")
    func opened() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, ["learn"], with: [.member(open.peer), .everyMember])
            _ = try await open.journal.reading(of: reflection.id, by: open.stranger)
            let before = try await open.journal.shares(of: open.owner)
            #expect(before.count == 2 && before.allSatisfy { $0.opened == nil })
            open.clock.advance(days: 2)
            _ = try await open.journal.reading(of: reflection.id, by: open.peer)
            open.clock.advance(days: 2)
            _ = try await open.journal.reading(of: reflection.id, by: open.peer)
            let opened = try await open.journal.shares(of: open.owner).compactMap(\.opened)
            #expect(opened == [open.today + -2])
        }
    }

    @Test("Looking through another's eyes shows what they see, and opens nothing in their name")
    func seenAs() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: Self.words)
            try await open.share(reflection, ["plan"], with: [.everyMember])
            let shares = try await open.share(reflection, ["reflect"], with: [.member(open.peer)])
            for share in shares {
                let seen = try #require(
                    try await open.journal.reading(asSeenThrough: share.id, by: open.owner))
                let expected = share.audience == .everyMember ? ["for-all"] : ["for-one", "for-all"]
                #expect(seen.reading.reflection.stages.map(\.words) == expected)
                #expect(try await open.journal.reading(asSeenThrough: share.id, by: open.peer) == nil)
            }
            let after = try await open.journal.shares(of: open.owner)
            #expect(after.allSatisfy { $0.opened == nil })
        }
    }

    @Test("What was shared whole before stages had audiences is still shared whole")
    func migration() async throws {
        try await withTemporaryFolder { folder in
            let clock = TestWorld()
            let (owner, peer): (PersonID, PersonID) = (clock.world.id(), clock.world.id())
            let id: ID<Reflection> = clock.world.id()
            let file = folder.appending(path: "learning.sqlite")
            let queue = try DatabaseQueue(path: file.path)
            try Schema.migrations.migrate(queue, upTo: "2 reports")
            try await queue.write { [today = clock.world.today] db in
                try db.execute(
                    sql:
                        "INSERT INTO reflection VALUES (?, ?, ?, 'cycle', 'Old', NULL, NULL, 1, '2026-01-01', '2026-01-01')",
                    arguments: [id, owner, id])
                for name in ["learn", "reflect", "assess", "plan"] {
                    try db.execute(sql: "INSERT INTO stage VALUES (?, ?, ?)", arguments: [id, name, "about " + name])
                }
                try db.execute(
                    sql: "INSERT INTO share VALUES (?, ?, 'member', ?, ?, ?)",
                    arguments: [id, id, peer, today + -3, today + 3])
            }
            try queue.close()
            let journal = try Journal(folder: folder, world: clock.world)
            let reading = try #require(try await journal.reading(of: id, by: peer))
            #expect(
                reading.reflection.stages.map(\.words) == [
                    "about learn", "about reflect", "about assess", "about plan",
                ])
            #expect(try await journal.shares(of: owner).map(\.until) == [clock.world.today + 3])
        }
    }

    private static func read(_ reader: PersonID, _ reflection: Reflection, _ open: OpenJournal) async throws -> [String]
    {
        try #require(try await open.journal.reading(of: reflection.id, by: reader)).reflection.stages.map(\.words)
    }
}
