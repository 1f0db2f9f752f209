extension Schema {
    /// Published answers by a number made of their question's and their place.
    ///
    /// Without a number SQLite keeps a thousand bytes of a row where its key is and gives the rest a page of its own, so
    /// that an answer of 1,300 bytes took 4,600, and whoever writes waited for all of it to be copied at each
    /// publication. The number follows from chance as the question's does: it tells no order.
    static let answersByNumber = """
        CREATE TABLE published_answer_anew (
            number INTEGER PRIMARY KEY,
            question INTEGER NOT NULL REFERENCES published(number) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 1023),
            text TEXT NOT NULL,
            builds_on BLOB CHECK (length(builds_on) = 16 AND builds_on <> expert),
            review_by TEXT CHECK (review_by LIKE '____-__'),
            corrected TEXT CHECK (corrected LIKE '____-__'),
            correction TEXT CHECK ((correction IS NULL) = (corrected IS NULL)),
            UNIQUE (question, expert),
            CHECK (number = question * 1024 + place)
        ) STRICT;
        INSERT INTO published_answer_anew
        SELECT question * 1024 + place, question, expert, place, text, builds_on, review_by, corrected, correction
        FROM published_answer;
        DROP TABLE published_answer;
        ALTER TABLE published_answer_anew RENAME TO published_answer;
        """
}
