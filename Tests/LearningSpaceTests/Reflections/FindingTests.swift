import Foundation
import GRDB
import Storage
import TestSupport
import Testing
import TextSearch

@testable import LearningSpace

@Suite struct FindingTests {
    @Test("A word is found in any form, in stages, titles, tags and later notes; all the words have to be there")
    func found() async throws {
        try await withJournal { open in
            let journal = open.journal
            let draft = try Reflection.Draft(
                title: "The handover", words: ["learn": "I reflected. Then I was interrupted twice by clients."],
                tags: "leading")
            let saved = try #require(try await journal.begin(draft, by: open.owner, key: open.key()).saved)
            _ = try await open.begun("Another", words: ["plan": "Interrupting is a habit."])
            #expect(
                try await journal.add(.init("The volunteers noticed."), to: saved.id, by: open.owner, key: open.key()))
            for (typed, titles) in [
                ("interruption", []), ("interrupting", ["The handover", "Another"]),
                ("client interrupts", ["The handover"]),
                ("handovers", ["The handover"]), ("leading", ["The handover"]), ("volunteer", ["The handover"]),
                ("the", ["The handover"]), ("what about handovers", ["The handover"]), ("\"; DROP TABLE", []), ("", []),
            ] as [(String, [String])] {
                let found = try await journal.reflections(of: open.owner, matching: typed).found
                #expect(Set(found.map(\.own.summary.title)) == Set(titles), "\(typed)")
            }
            let marked = try await journal.reflections(of: open.owner, matching: "clients").found[0].excerpt
            #expect(marked.filter(\.isMatch).map(\.text) == ["clients."])
            #expect(marked.map(\.text).joined() == "Then I was interrupted twice by clients. ")
        }
    }

    @Test("Nobody finds anything in another's space, though it be shared with them")
    func ownAlone() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: ["learn": "Something singular."])
            try await open.share(reflection, with: [.everyMember])
            #expect(try await open.journal.reflections(of: open.peer, matching: "singular").found.isEmpty)
            #expect(try await open.journal.reflections(of: open.owner, matching: "singular").count == 1)
        }
    }

    @Test("A word that was deleted is in no file any more, once earlier versions are forgotten")
    func deletedWords() async throws {
        try await withJournal { open in
            let reflection = try await open.begun(words: ["learn": "markerword stood here"])
            let changed = try Reflection.Draft(title: reflection.title, words: ["learn": "nothing stood here"])
            _ = try await open.journal.save(changed, of: reflection.id, by: open.owner, over: 1)
            #expect(try await open.journal.reflections(of: open.owner, matching: "markerword").found.isEmpty)
            #expect(try await open.journal.forgetRevisions(of: reflection.id, by: open.owner))
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            let file = try Data(contentsOf: open.folder.appending(path: "learning.sqlite"))
            #expect(file.range(of: Data("markerword".utf8)) == nil)
        }
    }

    @Test("A search walks the words of one member alone")
    func plan() async throws {
        try await withJournal { open in
            let plan = try await open.journal.database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        EXPLAIN QUERY PLAN SELECT reflection.id FROM found_by
                        JOIN reflection ON reflection.id = found_by.reflection
                        WHERE found_by.owner = x'00' AND found_by.stem = 'a'
                        """
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("SEARCH found_by USING PRIMARY KEY (owner=? AND stem=?)") }, "\(plan)")
        }
    }
}
