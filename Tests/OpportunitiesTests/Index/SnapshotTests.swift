import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("What is kept in memory")
struct SnapshotTests {
    @Test("takes at most 110 bytes an opportunity beside its words and the fixed part")
    func small() async throws {
        let seeded = try await FilterTests.generated.value
        let snapshot = try await seeded.catalogue.file.read { db in try Snapshot(db, day: seeded.today) }
        let fixed = 9_002 * 4
        #expect(snapshot.bytes - snapshot.finder.bytes - fixed <= snapshot.count * 110)
    }

    @Test("has the columns as the tables hold them, in the order of the numbers")
    func columns() async throws {
        let seeded = try await FilterTests.generated.value
        try await seeded.catalogue.file.read { db in
            let columns = try Snapshot(db, day: seeded.today).attributes
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT *, coalesce((SELECT substr(min(starts), 1, 10) FROM session
                        WHERE opportunity = number AND starts >= ?), starts) AS next
                    FROM opportunity WHERE withdrawn IS NULL ORDER BY number
                    """, arguments: [seeded.today])
            #expect(columns.numbers.map(Int.init) == rows.map { $0["number"] })
            for (document, row) in rows.enumerated() {
                #expect(Attributes.day(columns.starts[document]) == row["starts"] as Day?)
                #expect(Attributes.day(columns.ends[document]) == row["ends"] as Day?)
                #expect(Attributes.day(columns.nexts[document]) == row["next"] as Day?)
                #expect(Attributes.day(columns.changed[document]) == row["changed"] as Day?)
                #expect(Attributes.day(columns.missingSince[document]) == row["missing_since"] as Day?)
                #expect(columns.paidResearch.contains(document) == row["paid_research"])
                #expect(columns.qualities[document] == row["quality"])
                #expect((columns.organisations[document] == 0) == (row["organisation"] as String? == nil))
                #expect((columns.repeats[document] == 0) == (row["organisation"] as String? == nil))
                #expect(columns.document(of: row["number"]) == document)
            }
            #expect(columns.document(of: 4) == nil)
        }
    }

    @Test("is read anew after any change, by whichever process, and only then")
    func renewed() async throws {
        let seeded = try await GeneratedCatalogue.make(50)
        let catalogue = seeded.catalogue
        func snapshot(_ day: Day) async throws -> Snapshot {
            try await catalogue.file.read { db in
                try catalogue.snapshots.snapshot(in: db, day: day, of: catalogue.file)
            }
        }
        let first = try await snapshot(seeded.today)
        let other = try SeededCatalogue(in: seeded.folder)
        try await other.catalogue.file.write { db in
            try db.execute(sql: "UPDATE source SET last_good_harvest = '2026-11-22'")
        }
        #expect(try await snapshot(seeded.today).generation == first.generation)
        try await other.catalogue.file.write { db in
            try db.execute(sql: "UPDATE opportunity SET withdrawn = '2026-11-22' WHERE withdrawn IS NULL")
            try db.execute(sql: "DELETE FROM searchable")
        }
        let second = try await snapshot(seeded.today)
        #expect(second.generation > first.generation && second.count == 0)
        #expect(try await snapshot(seeded.today + 1).day == seeded.today + 1)
    }
}
