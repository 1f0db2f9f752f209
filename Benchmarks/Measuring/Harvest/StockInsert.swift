import Foundation
import GRDB
import Opportunities

/// The rows a harvest has finished, inserted into a plain FTS5 table that carries its content: the same columns and
/// tokenizer, the same sizes of transactions, the same durability.
struct StockInsert {
    let rows: Int
    let seconds: Double

    init(of catalogue: Catalogue, in file: URL, rowsAtOnce: Int) async throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        let stock = try DatabaseQueue(path: file.path, configuration: configuration)
        try await stock.write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE stock USING fts5(
                        title, organisation, gains, needs, causes, place, text,
                        tokenize = 'unicode61 remove_diacritics 2')
                    """)
        }
        let clock = ContinuousClock()
        var (rows, spent, last) = (0, Duration.zero, 0)
        while true {
            let after = last
            let batch = try await catalogue.database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT rowid, title, organisation, gains, needs, causes, place, text FROM searchable
                        WHERE rowid > ? ORDER BY rowid LIMIT ?
                        """, arguments: [after, rowsAtOnce]
                ).map { row in StatementArguments(Array(row.databaseValues)) }
            }
            guard !batch.isEmpty else { break }
            let begun = clock.now
            last = try await stock.write { db in
                let insert = try db.cachedStatement(
                    sql: """
                        INSERT INTO stock (rowid, title, organisation, gains, needs, causes, place, text)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                for row in batch { try insert.execute(arguments: row) }
                return Int(db.lastInsertedRowID)
            }
            spent += clock.now - begun
            rows += batch.count
        }
        try stock.close()
        self.rows = rows
        seconds = spent / .seconds(1)
    }
}
