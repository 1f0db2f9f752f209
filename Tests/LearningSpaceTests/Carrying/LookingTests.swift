import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct LookingTests {
    @Test func `to look what an archive would bring writes nothing but what was seen`() async throws {
        try await withJournal { source in
            try await source.fillWithFiles(count: 6)
            let archive = try await source.archive()
            try await withJournal { open in
                try await open.fillWithFiles(count: 2)
                let (rows, files) = (try await open.rows(), try open.onDisk)
                let file = try await open.journal.receiveParcel(by: open.owner)
                try file.add(archive)
                try await open.journal.look(into: file)
                let seen = try #require(try await open.journal.parcel(.in, of: open.owner)?.imported)
                #expect(seen.added > 0)
                #expect(try await open.rows() == rows)
                #expect(try open.onDisk == files)
            }
        }
    }

    @Test func `to look what an employer's file would bring records nothing and forgets nothing`() async throws {
        try await withJournal { open in
            try await open.fillWithFiles(count: 2)
            let text = "Course name,Date completed\nChairing,2026-02-28\nChairing,2026-02-28\n"
            try await open.journal.bring(try Statement(Data(text.utf8)), by: open.owner)
            let rows = try await open.rows()
            for _ in 1...2 {
                let waiting = try #require(try await open.journal.waitingStatement(of: open.owner))
                #expect(waiting.outcomes.count == 2)
            }
            #expect(try await open.rows() == rows)
        }
    }
}

extension OpenJournal {
    /// Every row of the room but those of parcels, a line each.
    fileprivate func rows() async throws -> [String] {
        try await journal.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'parcel' ORDER BY name")
            #expect(tables.contains("reflection") && tables.contains("found_by") && tables.contains("arriving_file"))
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}
