import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct MigrationTests {
    @Test("A desk from before there were batches opens with every question where it stood")
    func fromOne() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "questions.sqlite")
            let world = TestWorld().world
            let (expert, receipt): (PersonID, Receipt) = (world.id(), Receipt(from: world))
            let ids: [ID<Question>] = (1...5).map { _ in world.id() }
            let older = try DatabaseQueue(path: file.path)
            try Schema.migrations.migrate(older, upTo: "1 desk")
            try await older.write { db in
                try db.execute(sql: "INSERT INTO topic VALUES ('careers', 'Careers', '', 1)")
                let steps: [(String, String, PersonID?, String?)] = [
                    ("received", "2026-09-14", nil, nil), ("with expert", "2026-09-13", expert, nil),
                    ("answered", "2026-09-12", expert, nil), ("published", "2026-08", expert, nil),
                    ("declined", "2026-07", nil, "Not for us."),
                ]
                for (id, step) in zip(ids, steps) {
                    try db.execute(
                        sql: "INSERT INTO question VALUES (?, ?, 'careers', 'My manager Quentin.', ?, ?, 3, ?, ?)",
                        arguments: [
                            id, step.0 == "answered" ? receipt.hash : Data(id.bytes + id.bytes), step.0, step.1, step.2,
                            step.3,
                        ])
                }
                try db.execute(sql: "INSERT INTO answer VALUES (?, ?, 'An answer.')", arguments: [ids[2], expert])
                try db.execute(sql: "INSERT INTO redaction VALUES (?, 11, 7, 'name')", arguments: [ids[2]])
            }
            try older.close()

            let desk = try Desk(folder: folder, world: world)
            let person: PersonID = world.id()
            var questions: [Question] = []
            for id in ids { questions.append(try #require(try await desk.question(id, for: person))) }
            #expect(
                questions.map(\.step) == [
                    .received, .withExpert(expert), .answered(by: expert), .published, .declined(reason: "Not for us."),
                ])
            #expect(questions.map(\.received) == ["2026-09-14", "2026-09-13", "2026-09-12", "2026-08", "2026-07"])
            #expect(questions.allSatisfy { $0.version == 3 })
            let standing = try #require(try await desk.standing(of: receipt))
            #expect(standing.redacted == "My manager [name].")
            #expect(standing.consent == .asked)
            try await desk.release(ids[2], version: 3, by: person)
            try await desk.forget()
            #expect(try await desk.question(ids[3], for: person) != nil)
            #expect(try await desk.question(ids[4], for: person) == nil)
        }
    }
}
