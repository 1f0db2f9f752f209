import TextSearch

extension Schema {
    /// The words of published pages whole, since the ranker stems them itself and has to know which form stands where; and
    /// a count of their changes, by which an index in memory knows that it is no longer of this moment.
    ///
    /// The triggers count whoever makes the change, so that none can be forgotten. Slips are mended by the index's own
    /// words, which needs no list of them.
    static let wholeWords = """
        ALTER TABLE published_words RENAME TO published_stems;
        CREATE VIRTUAL TABLE published_words USING fts5(
            question, answer, tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO published_words (rowid, question, answer)
            SELECT rowid, question, answer FROM published_stems ORDER BY rowid;
        DROP TABLE published_stems;
        DROP TABLE published_word;
        \(SearchIndex.vocabulary(of: "published_words"))

        CREATE TABLE published_generation (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            number INTEGER NOT NULL
        ) STRICT;
        INSERT INTO published_generation VALUES (1, 1);
        CREATE TRIGGER published_came AFTER INSERT ON published
            BEGIN UPDATE published_generation SET number = number + 1; END;
        CREATE TRIGGER published_changed AFTER UPDATE OF number, id, text, version ON published
            BEGIN UPDATE published_generation SET number = number + 1; END;
        CREATE TRIGGER published_went AFTER DELETE ON published
            BEGIN UPDATE published_generation SET number = number + 1; END;
        """
}
