import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct OwnWordsTests {
    /// A reflection with a conversation, writing that was not saved, and a group.
    private func fill(_ open: OpenJournal) async throws -> Reflection {
        let reflection = try await open.begun(words: ["learn": "L", "plan": "P"])
        try await open.share(reflection, with: [.everyMember])
        _ = try await open.say("marker-own-remark", on: reflection, at: .stage("plan"), by: open.owner)
        _ = try await open.say("marker-own-remark", on: reflection, by: open.owner)
        let asked = try #require(
            try await open.say("peer-question", on: reflection, at: .stage("learn"), by: open.peer, isShown: false))
        let answer = try #require(
            try await open.say("marker-own-answer", on: reflection, at: .reply(to: asked), by: open.owner))
        _ = try await open.say("peer-thanks", on: reflection, at: .reply(to: answer), by: open.peer)
        func type(_ words: String, _ subject: Unsaved.Subject, over version: Int) async throws {
            _ = try await open.journal.keep(
                .init(title: " Half ", tags: "a,", words: ["learn": words]), model: .cycle, over: version, number: 0,
                of: subject, by: open.owner)
        }
        try await type("marker-typed over it\n", .reflection(reflection.id), over: 1)
        for _ in 1...2 { try await type("marker-begun", .new(open.key()), over: 0) }
        let group = try Group.Draft(name: "Tuesday set", about: "marker-group about")
        _ = try await open.journal.begin(group, by: open.owner, key: open.key())
        return reflection
    }

    @Test func `what its owner wrote beside their items goes along, and comes back to the byte`() async throws {
        try await withJournal { open in
            _ = try await fill(open)
            let file = try await open.journal.space(of: open.owner)
            let json = try file.json()
            let text = String(decoding: json, as: UTF8.self)
            for marker in ["own-remark", "own-answer", "typed", "begun", "group"] {
                #expect(text.contains("marker-\(marker)"), "\(marker)")
                #expect(file.markdown.contains("marker-\(marker)"), "\(marker)")
            }
            #expect(!text.contains("peer-"))
            try await withJournal { elsewhere in
                for (added, here) in [(4, 0), (0, 4)] {
                    let done = try await elsewhere.journal.add(try SpaceFile(json: json), to: elsewhere.owner)
                    #expect(done == Imported(added: added, alreadyHere: here, refused: []))
                    #expect(try await elsewhere.journal.space(of: elsewhere.owner).json() == json)
                }
                #expect(try await elsewhere.journal.unsavedBeginnings(of: elsewhere.owner).count == 2)
                #expect(try await elsewhere.journal.groups(of: elsewhere.owner).map(\.members) == [[elsewhere.owner]])
            }
        }
    }

    @Test func `an answer that was between two is read by nobody else where it is taken in`() async throws {
        try await withJournal { open in
            _ = try await fill(open)
            let file = try await open.journal.space(of: open.owner)
            try await withJournal { elsewhere in
                _ = try await elsewhere.journal.add(file, to: elsewhere.owner)
                let own = try #require(try await elsewhere.journal.reflections(of: elsewhere.owner).first)
                let id = own.summary.id
                let reflection = try #require(try await elsewhere.journal.reading(of: id, by: elsewhere.owner))
                try await elsewhere.share(reflection.reflection, with: [.everyMember])
                func conversation(_ reader: PersonID) async throws -> [String] {
                    try await elsewhere.conversation(on: reflection.reflection, readBy: reader)
                }
                #expect(
                    try await conversation(elsewhere.owner) == [
                        "marker-own-remark", "marker-own-answer", "marker-own-remark",
                    ])
                #expect(try await conversation(elsewhere.peer) == ["marker-own-remark", "marker-own-remark"])
                #expect(try await elsewhere.journal.unsaved(.reflection(id), of: elsewhere.peer) == nil)
            }
        }
    }

    @Test func `what is typed here is not written over, and what cannot be kept is said`() async throws {
        try await withJournal { open in
            let reflection = try await fill(open)
            var file = try await open.journal.space(of: open.owner)
            let subject = Unsaved.Subject.reflection(reflection.id)
            _ = try await open.journal.keep(
                .init(title: "T", tags: "", words: ["learn": "Typed since"]), model: .cycle, over: 1, number: 1,
                of: subject, by: open.owner)
            file.unsaved = [
                .init(model: "x", title: "A", tags: "", stages: [], version: 0, typed: "2026-01-01 00:00:00.000"),
                .init(model: "cycle", title: " ", tags: "", stages: [], version: 0, typed: "2026-01-01 00:00:00.000"),
                .init(model: "cycle", title: "B", tags: "", stages: [], version: 0, typed: "yesterday"),
            ]
            file.groups = [.init(name: " ", about: "", begun: "2026-01-01"), .init(name: "G", about: "", begun: "x")]
            let done = try await open.journal.add(file, to: open.owner)
            #expect(done.added == 0 && done.refused.count == 5, "\(done)")
            #expect(try await open.journal.unsaved(subject, of: open.owner)?.typed.words["learn"] == "Typed since")
        }
    }

    @Test func `no comment is looked for but by its author`() async throws {
        try await withJournal { open in
            let plan = try await open.journal.database.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + StoredOwnWords.ownComments, arguments: ["owner": open.owner]
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains("SEARCH comment USING INDEX comment_by_author (author=?)"), "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN comment") || $0.hasPrefix("SCAN reflection") }, "\(plan)")
        }
    }
}
