import GRDB
import Storage
package import TextSearch

extension Desk {
    /// Among so many that hold the words, the newest, the best are chosen: a match costs 50 ns to step over and 3.5 µs to
    /// score, so that the commonest words over 100,000 questions stay within 20 ms.
    static let mostRanked = 2_000
    private static let mostSimilar = 4

    /// Questions and answers that hold all the words; where none does, those that hold any.
    /// - Parameter isAsTyped: whether a word that nothing holds is left as it is.
    package func search(
        _ query: Query, topic: String?, page: Int, isAsTyped: Bool = false
    ) async throws -> Listing {
        try await database.read { db in
            let corrected = isAsTyped ? nil : try PublishedWords.corrected(query, db)
            let query = corrected.map(Query.init) ?? query
            for demand in [Query.Demand.all, .any] {
                guard let expression = query.expression(demand) else { break }
                let (numbers, total) = try Self.best(
                    matching: expression, topic: topic, db, from: (page - 1) * Listing.pageSize,
                    count: Listing.pageSize)
                if total == 0 { continue }
                let rows = try numbers.compactMap { try Self.excerpt(of: $0, matching: expression, db) }
                return Listing(
                    total: total, hasMore: total == Self.mostRanked, corrected: corrected, page: page
                ) { rows.map { Listed(row: $0, excerpt: $0["excerpt"]) } }
            }
            return Listing(total: 0, page: 1) { [] }
        }
    }

    /// Other pages that share words with this one's title. In the questions alone: their lists are several times shorter.
    static func similar(to question: Published, _ db: Database) throws -> [Published.Reference] {
        guard let words = Query(question.title).expression(.any) else { return [] }
        let (numbers, _) = try best(
            matching: "question : (\(words))", topic: nil, db, from: 0, count: mostSimilar + 1)
        return try numbers.filter { $0 != question.number }.prefix(mostSimilar).compactMap { number in
            try Row.fetchOne(
                db, sql: "SELECT id, text FROM published WHERE number = ? AND superseded_by IS NULL",
                arguments: [number]
            ).map(Published.Reference.init(row:))
        }
    }

    /// The best of the newest that match, and how many those were. What is superseded counts half.
    private static func best(
        matching expression: String, topic: String?, _ db: Database, from: Int, count: Int
    ) throws -> (numbers: [Int64], total: Int) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH found AS MATERIALIZED (
                    SELECT number,
                        bm25(published_words, 2, 1) * CASE WHEN superseded_by IS NULL THEN 2 ELSE 1 END AS score
                    FROM published_words JOIN published ON number = published_words.rowid
                    WHERE published_words MATCH ?1 AND (?2 IS NULL OR topic = ?2)
                    ORDER BY published_words.rowid DESC LIMIT ?3
                )
                SELECT number, (SELECT count(*) FROM found) AS total FROM found ORDER BY score, number LIMIT ?4 OFFSET ?5
                """, arguments: [expression, topic, mostRanked, count, from])
        if rows.isEmpty, from > 0 {
            // Beyond the last page: only how many there are is asked.
            return ([], try best(matching: expression, topic: topic, db, from: 0, count: 1).total)
        }
        return (rows.map { $0["number"] }, rows.first?["total"] ?? 0)
    }

    private static func excerpt(of number: Int64, matching expression: String, _ db: Database) throws -> Row? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT id, published.topic, topic.name, topic.about, text, month,
                    snippet(published_words, -1, char(2), char(3), '…', 40) AS excerpt
                FROM published_words
                JOIN published ON number = published_words.rowid JOIN topic ON slug = published.topic
                WHERE published_words MATCH ? AND published_words.rowid = ?
                """, arguments: [expression, number])
    }
}
