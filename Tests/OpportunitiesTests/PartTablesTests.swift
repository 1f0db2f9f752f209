import GRDB
import Testing

@testable import Opportunities

@Suite("The parts of an opportunity")
struct PartTablesTests {
    private static let tables = ["whereabouts", "session", "slot", "cause", "line"]

    @Test("are all there after a file of an earlier version was opened, and go on as they did")
    func kept() throws {
        let file = try DatabaseQueue()
        try Schema.migrations.migrate(file, upTo: "10 adverts that were looked at together")
        let before = try file.write { db in
            try db.execute(
                sql: """
                    INSERT INTO source (name, title, format, location, licence, attribution)
                        VALUES ('one', 'One', 'csv', 'a.csv', '', '');
                    INSERT INTO opportunity (number, id, source, provider_id, fingerprint, title, description, remote,
                        paid_research, quality, first_seen, changed)
                    SELECT value, randomblob(16), 'one', 'p' || value, randomblob(32), 'T', '', 0, 0, 0.5,
                        '2026-01-01', '2026-01-01' FROM json_each('[1, 2]');
                    INSERT INTO whereabouts VALUES (2, 0, 'Leeds', NULL, 53.8, -1.5),
                        (1, 1, 'York', 'Yorkshire', NULL, NULL), (1, 0, '', NULL, NULL, NULL);
                    INSERT INTO session VALUES (2, 0, '2026-10-01', NULL),
                        (1, 0, '2026-10-01T10:00', '2026-10-01T12:00');
                    INSERT INTO slot VALUES (1, 0, ''), (2, 7, 'evening');
                    INSERT INTO cause VALUES (2, 'sport', 'Sport', 1), (1, 'arts', 'Arts', 0);
                    INSERT INTO line VALUES (1, 'needs', 0, 'Patience', 1), (2, 'gains', 0, 'Joy', 0);
                    """)
            return try Self.tables.map { try Self.rows($0, db) }
        }
        try Schema.migrations.migrate(file)
        try file.write { db in
            #expect(try Self.tables.map { try Self.rows($0, db) } == before)
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            // What listens to an opportunity that is rewritten reads its dates.
            try db.execute(
                sql: """
                    INSERT INTO saved_search (id, member, title, query, saved, evaluated, newest)
                    VALUES (randomblob(16), randomblob(16), 'T', '', '2026-01-01', 0, 0)
                    """)
            try db.execute(sql: "UPDATE opportunity SET fingerprint = randomblob(32) WHERE number = 2")
            #expect(try String.fetchAll(db, sql: "SELECT starts FROM former_session") == ["2026-10-01"])
        }
    }

    private static func rows(_ table: String, _ db: Database) throws -> [[DatabaseValue]] {
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2, 3").map { Array($0.databaseValues) }
    }
}
