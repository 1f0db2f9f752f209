import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct StatedByTests {
    @Test func `who stated an activity stays with it when its owner changes it, and is not theirs to write`()
        async throws
    {
        try await withJournal { open in
            try await open.journal.bring(
                try Statement(Data("Title,Date,About\nChairing,2026-02-28,A day\n".utf8)), by: open.owner)
            let guess = try #require(try await open.journal.waitingStatement(of: open.owner)).reading
            let reading = Statement.Reading(
                columns: guess.columns, kind: .course, unit: .hours, statedBy: " Acme\nTrust \u{0}")
            _ = try await open.journal.read(reading, by: open.owner)
            _ = try await open.journal.takeIn(by: open.owner)
            let activity = try #require(try await open.journal.activities(of: open.owner).first)
            #expect((activity.statedBy, activity.draft.about) == ("Acme Trust", "A day"))
            let typed = ["title": "Chairing, well", "kind": "course", "first": "2026-02-28"]
            let draft = try Activity.Draft(typed, responsibilities: [])
            _ = try await open.journal.save(draft, of: activity.id, by: open.owner, over: 1)
            #expect(try await open.journal.activity(activity.id, of: open.owner)?.statedBy == "Acme Trust")
            let own = try await open.journal.record(draft, by: open.owner, key: open.key())
            #expect(try await open.journal.activity(own, of: open.owner)?.statedBy == "")
        }
    }

    @Test func `what stood in the words of an older file becomes a field, and no other words change`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "learning.sqlite")
            let world = TestWorld().world
            let long = "Imported, as stated by " + String(repeating: "x", count: 201) + "."
            let texts: [(before: String, by: String, after: String)] = [
                ("Imported, as stated by Acme Trust.", "Acme Trust", ""),
                (
                    "Imported, as stated by J. Smith & Co.\n\nA day.\n\nAnd more.", "J. Smith & Co",
                    "A day.\n\nAnd more."
                ),
                ("Imported, as stated by hand", "", "Imported, as stated by hand"),
                ("It was imported, as stated by Acme.", "", "It was imported, as stated by Acme."), (long, "", long),
                ("", "", ""),
            ]
            let before = try DatabaseQueue(path: file.path)
            try Schema.migrations.migrate(before, upTo: "14 own lists")
            for (number, text) in texts.enumerated() {
                try await before.write { db in
                    try db.execute(
                        sql: """
                            INSERT INTO activity VALUES (?, ?, ?, ?, 'course', '2026-01-01', '2026-01-01', NULL, NULL,
                                ?, '', '', 0, 1)
                            """,
                        arguments: [
                            world.id(of: Activity.self), Data(repeating: 7, count: 16), world.id(of: Sending.self),
                            "\(number)", text.before,
                        ])
                }
            }
            try before.close()
            let journal = try Journal(folder: folder, world: world)
            let owner: PersonID = try await journal.database.read { db in
                try #require(try PersonID.fetchOne(db, sql: "SELECT owner FROM activity"))
            }
            let stored = try await journal.activities(of: owner).sorted { $0.draft.title < $1.draft.title }
            #expect(stored.map(\.statedBy) == texts.map(\.by))
            #expect(stored.map(\.draft.about) == texts.map(\.after))
        }
    }
}
