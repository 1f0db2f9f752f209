import GRDB
import TextSearch

/// The baseline: FTS5's own ranking over the specialties' names and descriptions, and nothing else.
struct PlainBM25 {
    private let database: DatabaseQueue

    init(_ topics: [(slug: String, name: String, about: String)]) throws {
        database = try DatabaseQueue()
        try database.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE words USING fts5(slug UNINDEXED, name, about, tokenize = 'porter unicode61')"
            )
            for topic in topics {
                try db.execute(
                    sql: "INSERT INTO words VALUES (?, ?, ?)", arguments: [topic.slug, topic.name, topic.about])
            }
        }
    }

    /// Those that hold any of the words, the best first.
    func specialties(for text: String) throws -> [String] {
        // Every word, common ones too: that is what plain means.
        let words = Stem.words(in: text).map(Query.quoted).joined(separator: " OR ")
        return try database.read { db in
            try String.fetchAll(
                db, sql: "SELECT slug FROM words WHERE words MATCH ? ORDER BY bm25(words), slug", arguments: [words])
        }
    }
}
