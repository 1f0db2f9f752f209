import Foundation
import GRDB

/// Says in the file that much is being written, so that searches go on with what they have and read what is new once, at
/// the end, whichever process writes.
enum Settling {
    static let sql = """
        -- Until when there is more to come, in seconds since 1970; 0 where nobody is at it.
        CREATE TABLE settling (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            until REAL NOT NULL
        ) STRICT;
        INSERT INTO settling VALUES (1, 0);
        """

    /// Seconds for which somebody is waited for who was killed.
    private static let patience = 60.0

    /// Within each transaction after which there is more to come.
    static func goOn(in db: Database, at now: Date) throws {
        try db.cachedStatement(sql: "UPDATE settling SET until = ?")
            .execute(arguments: [now.timeIntervalSince1970 + patience])
    }

    static func isGoingOn(in db: Database, at now: Date) throws -> Bool {
        let until = try Double.fetchOne(db.cachedStatement(sql: "SELECT until FROM settling")) ?? 0
        return until > now.timeIntervalSince1970
    }

    /// Writes nothing where nothing was said.
    static func end(in file: DatabasePool) async throws {
        let isSaid = try await file.read { db in
            try Bool.fetchOne(db.cachedStatement(sql: "SELECT until > 0 FROM settling")) ?? false
        }
        guard isSaid else { return }
        try await file.write { db in try db.execute(sql: "UPDATE settling SET until = 0") }
    }
}
