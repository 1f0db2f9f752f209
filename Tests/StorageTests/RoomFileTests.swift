import Foundation
import GRDB
import Storage
import TestSupport
import Testing

struct RoomFileTests {
    private static func migrations(upTo last: Int) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for number in 1...last {
            migrator.registerMigration("\(number)") { db in
                try db.execute(sql: "CREATE TABLE t\(number)(a TEXT) STRICT")
            }
        }
        return migrator
    }

    @Test func `an acknowledged write is synced: the live writer says so`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try RoomFile.open(folder.appending(path: "room.sqlite"), migrations: Self.migrations(upTo: 1))
            let durability = try await pool.writeWithoutTransaction { try Durability($0) }
            #expect(durability.journalMode == "wal")
            #expect(durability.synchronous == 2)
            #expect(durability.foreignKeys)
            #expect(!durability.trustedSchema)
        }
    }

    @Test func `a file from a newer program is refused with a sentence and left as it was`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "room.sqlite")
            try RoomFile.open(file, migrations: Self.migrations(upTo: 2)).close()
            let error = #expect(throws: RoomFile.Refusal.self) {
                try RoomFile.open(file, migrations: Self.migrations(upTo: 1))
            }
            #expect(error?.description.contains("written by a newer riffle") == true)
            let pool = try RoomFile.open(file, migrations: Self.migrations(upTo: 2))
            #expect(try await pool.read { try $0.tableExists("t2") })
        }
    }

    @Test func `an older file is brought up to date and keeps its rows`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "room.sqlite")
            let old = try RoomFile.open(file, migrations: Self.migrations(upTo: 1))
            try await old.write { try $0.execute(sql: "INSERT INTO t1 VALUES ('kept')") }
            try old.close()
            let new = try RoomFile.open(file, migrations: Self.migrations(upTo: 3))
            #expect(try await new.read { try String.fetchOne($0, sql: "SELECT a FROM t1") } == "kept")
            #expect(try await new.read { try $0.tableExists("t3") })
        }
    }
}
