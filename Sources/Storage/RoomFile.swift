package import Foundation
package import GRDB

/// Opens the one database file a room keeps, so that what is acknowledged is kept.
package enum RoomFile {
    /// - Throws: `RoomFile.Refusal` with a sentence for the administrator, or SQLite's own error.
    package static func open(_ file: URL, migrations: DatabaseMigrator) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: file.path, configuration: configuration)
            // GRDB sets synchronous = NORMAL after opening, with which a power failure can lose an acknowledged write.
            try pool.barrierWriteWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            if try pool.read(migrations.hasBeenSuperseded) { throw Refusal.newerThanProgram(file) }
            try migrations.migrate(pool)
            let unsafe = try pool.writeWithoutTransaction(Durability.init).violations
            guard unsafe.isEmpty else { throw Refusal.unsafe(file, unsafe) }
            return pool
        } catch let error as DatabaseError where error.tellsOfDamage {
            throw Refusal.damaged(file, error.message ?? "unreadable")
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        // The command line opens the same files as the running service.
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA trusted_schema = OFF") }
        return configuration
    }

    package enum Refusal: Error, CustomStringConvertible {
        case newerThanProgram(URL)
        case unsafe(URL, [String])
        case damaged(URL, String)

        package var description: String {
            switch self {
            case .newerThanProgram(let file):
                "\(file.lastPathComponent) was written by a newer riffle than this one. Start the newer program, or restore a backup made by this one."
            case .unsafe(let file, let violations):
                "\(file.lastPathComponent) cannot be written safely: \(violations.joined(separator: "; "))."
            case .damaged(let file, let how):
                "\(file.lastPathComponent) is damaged: \(how). Put a backup in its place; the other files are not touched."
            }
        }
    }
}

/// What a live connection says about itself: read back, not assumed.
package struct Durability: Sendable {
    package let journalMode: String
    package let synchronous: Int
    package let foreignKeys: Bool
    package let trustedSchema: Bool

    package init(_ db: Database) throws {
        journalMode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
        synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
        foreignKeys = try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false
        trustedSchema = try Bool.fetchOne(db, sql: "PRAGMA trusted_schema") ?? true
    }

    package var violations: [String] {
        var found: [String] = []
        if journalMode != "wal" { found.append("journal_mode is \(journalMode), not wal") }
        if synchronous != 2 { found.append("synchronous is \(synchronous), not 2 (FULL)") }
        if !foreignKeys { found.append("foreign keys are off") }
        if trustedSchema { found.append("trusted_schema is on") }
        return found
    }
}

extension RoomFile {
    /// What SQLite finds wrong with a file's contents; empty where it is sound. Reads the whole file.
    package static func damage(in file: URL) throws -> [String] {
        var readOnly = Configuration()
        readOnly.readonly = true
        readOnly.busyMode = .timeout(10)
        do {
            let found = try DatabaseQueue(path: file.path, configuration: readOnly).read { db in
                try String.fetchAll(db, sql: "PRAGMA quick_check")
            }
            return found == ["ok"] ? [] : found
        } catch let error as DatabaseError where error.tellsOfDamage {
            // Some damage ends the check itself.
            return [error.message ?? "unreadable"]
        }
    }
}

extension DatabaseError {
    fileprivate var tellsOfDamage: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode) }
}
