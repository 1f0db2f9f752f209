import Foundation
import GRDB

extension TestSite {
    /// Takes a table away under the running site, as no user could, so that what needs it fails.
    func lose(_ table: String, of room: String) async throws {
        try await DatabaseQueue(path: folder.appending(path: "\(room).sqlite").path).write { db in
            try db.execute(sql: "ALTER TABLE \(table) RENAME TO lost")
        }
    }

    /// Lets nothing more be written into a table, as on a full disk; what is there can be read.
    func forbidWriting(to table: String, of room: String) async throws {
        try await DatabaseQueue(path: folder.appending(path: "\(room).sqlite").path).write { db in
            try db.execute(
                sql: "CREATE TRIGGER full BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
    }
}
