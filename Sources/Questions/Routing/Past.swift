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

    /// All words together: 3,000 rows take 10 ms.
    private static let mostScored = 3_000

    init(like text: String, _ db: Database) throws {
        let telling = try Self.tellingWords(of: text, db)
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

    /// The rarest first, as far as they are worth their rows.
    private static func tellingWords(of text: String, _ db: Database) throws -> [String] {
        let published = try Int.fetchOne(db, sql: "SELECT count(*) FROM published") ?? 0
        // A word of half of all pages tells nothing.
        let limit = max(1, min(mostRows, published / 2))
        var (telling, left): ([String], Int) = ([], mostScored)
        for word in try rarestFirst(Query(text).words, atMost: limit, db) {
            // The list knows words as they are written; their other forms are found too, and count.
            guard let rows = try rows(holding: word, atMost: min(limit, left), db), rows > 0 else { continue }
            telling.append(word)
            left -= rows
            if telling.count == mostWords { break }
        }
        return telling
    }

    /// By the list of words, which costs one look; what is not in it, such as short words, is counted in the index.
    private static func rarestFirst(_ words: [String], atMost limit: Int, _ db: Database) throws -> [String] {
        let listed = try PublishedWords.pages(holding: words, db)
        let counted = try words.compactMap { word in
            try (listed[word] ?? rows(holding: word, atMost: limit, db)).map { (word: word, pages: $0) }
        }
        return counted.sorted { ($0.pages, $0.word) < ($1.pages, $1.word) }.map(\.word)
    }

    /// nil where there are more.
    private static func rows(holding word: String, atMost limit: Int, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM published_words WHERE published_words MATCH ? LIMIT ?)")
        let rows = try Int.fetchOne(statement, arguments: [Query.quoted(word), limit + 1])
        return rows.flatMap { $0 > limit ? nil : $0 }
    }
}
