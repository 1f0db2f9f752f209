import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AnswersMigrationTests {
    @Test("A desk from before several answers opens with its answers and pages, and knows their words")
    func fromThree() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "questions.sqlite")
            let world = TestWorld().world
            let (expert, open, out): (PersonID, ID<Question>, ID<Question>) = (world.id(), world.id(), world.id())
            let older = try DatabaseQueue(path: file.path)
            try Schema.migrations.migrate(older, upTo: "3 tokens")
            try await older.write { db in
                try db.execute(sql: "INSERT INTO topic VALUES ('careers', 'Careers', '', 1)")
                try db.execute(
                    sql: """
                        INSERT INTO question (id, receipt, topic, text, step, received, since, version, worded, expert)
                        VALUES (?, randomblob(32), 'careers', 'May I?', 'answered', '2026-09-01', '2026-09-02', 3, 1, ?)
                        """, arguments: [open, expert])
                try db.execute(
                    sql: "INSERT INTO answer (question, expert, text) VALUES (?, ?, 'You may.')",
                    arguments: [open, expert])
                try db.execute(
                    sql: "INSERT INTO published (id, topic, text, month) VALUES (?, 'careers', 'Who pays?', '2026-08')",
                    arguments: [out])
                try db.execute(
                    sql: "INSERT INTO published_answer (question, expert, text) VALUES (1, ?, 'The employer pays.')",
                    arguments: [expert])
                try db.execute(
                    sql:
                        "INSERT INTO published_words (rowid, question, answer) VALUES (1, 'Who pays?', 'The employer pays.')"
                )
            }
            try older.close()

            let desk = try Desk(folder: folder, world: world)
            let question = try #require(try await desk.question(open, for: world.id()))
            #expect(question.answers == [Answer(expert: expert, text: "You may.")])
            let page = try #require(try await desk.published(out))
            #expect(page.answers == [Answer(expert: expert, text: "The employer pays.")])
            #expect(page.version == 1)
            let found = try await desk.search("emploier", topic: nil, page: 1)
            #expect(found.corrected == "employer")
            #expect(found.items.map(\.id) == [out])
        }
    }
}
