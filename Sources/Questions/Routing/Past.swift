import GRDB
import Storage
import TextSearch

/// The published questions most like one that waits: under which topics they stand, and who answered them.
struct Past: Sendable {
    struct Hit: Sendable {
        let topic: String
        let expert: PersonID
        /// BM25, above 0.
        let score: Double
    }
    let hits: [Hit]

    /// How many are looked at.
    static let looked = 20
    /// Fewer of them than this say the less.
    private static let enough = 5.0

    /// What share of the likeness stands under each topic; together 1 where there are enough.
    var topics: [String: Double] { shares(by: \.topic) }

    private func shares<Key: Hashable>(by key: KeyPath<Hit, Key>) -> [Key: Double] {
        let sum = hits.reduce(0) { $0 + $1.score }
        guard sum > 0 else { return [:] }
        let trust = min(1, Double(hits.count) / Self.enough)
        // Added in the order of the list, so that the last digit is the same on every run.
        return hits.reduce(into: [:]) { $0[$1[keyPath: key], default: 0] += $1.score / sum * trust }
    }

    func share(of expert: PersonID) -> Double { shares(by: \.expert)[expert] ?? 0 }
    func count(of expert: PersonID) -> Int { hits.count { $0.expert == expert } }
}

extension Past {
    /// Above this many rows a word says little, and scoring it costs 3.5 µs a row.
    private static let mostRows = 2_000
    private static let mostWords = 12

    init(like text: String, _ db: Database) throws {
        let published = try Int.fetchOne(db, sql: "SELECT count(*) FROM published") ?? 0
        // A word of half of all pages tells nothing.
        let limit = min(Self.mostRows, published / 2)
        var rows: [(word: String, rows: Int)] = []
        for word in Query(text).words {
            let found = try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM (SELECT 1 FROM published_words WHERE published_words MATCH ? LIMIT ?)",
                arguments: [Query.quoted(word), limit + 1])
            if let found, (1...max(limit, 1)).contains(found) { rows.append((word, found)) }
        }
        let telling = rows.sorted { ($0.rows, $0.word) < ($1.rows, $1.word) }.prefix(Self.mostWords).map(\.word)
        guard !telling.isEmpty else {
            hits = []
            return
        }
        hits = try Row.fetchAll(
            db,
            sql: """
                SELECT topic, expert, likeness FROM (
                    SELECT rowid AS number, bm25(published_words, 2, 1) AS likeness FROM published_words
                    WHERE published_words MATCH ? ORDER BY likeness, rowid LIMIT ?) AS alike
                JOIN published ON published.number = alike.number
                JOIN published_answer ON published_answer.question = alike.number
                ORDER BY likeness, alike.number, expert
                """, arguments: [telling.map(Query.quoted).joined(separator: " OR "), Self.looked]
        ).map { Hit(topic: $0["topic"], expert: $0["expert"], score: -($0["likeness"] as Double)) }
    }
}
