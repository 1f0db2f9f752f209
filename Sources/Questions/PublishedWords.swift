import GRDB
import TextSearch

/// The words of published pages, by how many pages hold them.
enum PublishedWords {
    static func add(_ texts: [String], _ db: Database) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO published_word (word, questions) VALUES (?, 1)
                ON CONFLICT (word) DO UPDATE SET questions = questions + 1
                """)
        for word in words(in: texts) { try insert.execute(arguments: [word]) }
    }

    /// What no page holds any more is forgotten with the last.
    static func remove(_ texts: [String], _ db: Database) throws {
        for word in words(in: texts) {
            try db.execute(sql: "DELETE FROM published_word WHERE word = ? AND questions = 1", arguments: [word])
            try db.execute(sql: "UPDATE published_word SET questions = questions - 1 WHERE word = ?", arguments: [word])
        }
    }

    static func rebuild(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT question, answer FROM published_words")
        while let row = try rows.next() { try add([row["question"], row["answer"]], db) }
    }

    /// The query with each word that no page holds replaced by the close one that most do; nil when all stay.
    static func corrected(_ query: Query, _ db: Database) throws -> String? {
        let words = try query.words.map { try corrected($0, db) }
        return words == query.words ? nil : words.joined(separator: " ")
    }

    /// Looked for among the words with the same first letter: that is an index range, and few slips are in the first.
    private static func corrected(_ word: String, _ db: Database) throws -> String {
        let slips = Spelling.slips(in: word)
        guard slips > 0, let first = word.first, first.isLetter, try !isHeld(word, db) else { return word }
        let close = try Row.fetchAll(
            db,
            sql: """
                SELECT word, questions FROM published_word
                WHERE word >= ?1 AND word < ?1 || char(1114111) AND length(word) BETWEEN ?2 AND ?3
                """, arguments: [String(first), word.count - slips, word.count + slips])
        return Spelling.nearest(to: word, in: close.lazy.map { ($0["word"], $0["questions"]) }) ?? word
    }

    private static func isHeld(_ word: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM published_words WHERE published_words MATCH ?)",
            arguments: [Query.quoted(word)]) ?? false
    }

    /// On how many pages each of these stands as it is written here; not for words that no page holds or the list omits.
    static func pages(holding words: [String], _ db: Database) throws -> [String: Int] {
        let held = try Row.fetchAll(
            db,
            sql: """
                SELECT word, questions FROM published_word WHERE word IN (\(databaseQuestionMarks(count: words.count)))
                """, arguments: StatementArguments(words))
        return Dictionary(uniqueKeysWithValues: held.map { ($0["word"], $0["questions"]) })
    }

    /// Each once, sorted, so that the file follows no accidental order.
    private static func words(in texts: [String]) -> [String] {
        var all: Set<String> = []
        for text in texts {
            for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where (4...30).contains(word.count) {
                all.insert(String(word))
            }
        }
        return all.sorted()
    }
}
