import GRDB
import TextSearch

/// The words of the adverts as they are written.
enum Vocabulary {
    /// Rarer words than this in the index are taken for slips, where a much more frequent one is close.
    private static let rare = 2
    private static let muchMoreFrequent = 10

    /// Tokenizes what is indexed once more, without stems, in a table that lives for this moment.
    static func rebuild(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE temp.spelt USING fts5(text, tokenize = 'unicode61', content = '', detail = none);
                CREATE VIRTUAL TABLE temp.spelt_word USING fts5vocab(temp, spelt, row);
                INSERT INTO temp.spelt (rowid, text)
                    SELECT rowid, title || ' ' || organisation || ' ' || gains || ' ' || needs || ' ' || causes || ' ' || text
                    FROM searchable;
                DELETE FROM word;
                INSERT INTO word (word, letters, opportunities)
                    SELECT term, length(term), doc FROM temp.spelt_word
                    WHERE length(term) BETWEEN 4 AND 30 AND doc >= 2 AND term NOT GLOB '*[0-9]*';
                DROP TABLE temp.spelt_word;
                DROP TABLE temp.spelt;
                """)
    }

    /// The words with each one that hardly any advert holds replaced by the close one that many do; nil when all stay.
    static func corrected(_ query: Query, in db: Database) throws -> String? {
        let words = try query.words.map { try corrected($0, in: db) }
        return words == query.words ? nil : words.joined(separator: " ")
    }

    private static func corrected(_ word: String, in db: Database) throws -> String {
        let slips = Spelling.slips(in: word)
        guard slips > 0 else { return word }
        let held = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM searchable WHERE searchable MATCH ?", arguments: [Query.quoted(word)])
        guard let held, held <= rare else { return word }
        let close = try Row.fetchAll(
            db, sql: "SELECT word, opportunities FROM word WHERE letters BETWEEN ? AND ? AND opportunities >= ?",
            arguments: [word.count - slips, word.count + slips, max(2, held * muchMoreFrequent)])
        return Spelling.nearest(to: word, in: close.lazy.map { ($0["word"], $0["opportunities"]) }) ?? word
    }
}
