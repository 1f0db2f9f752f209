extension Schema {
    /// Several answers to a question, with what they rest on; drafts; what is superseded, corrected or taken down; the
    /// words of published pages as they are spelt.
    static let answers = """
        CREATE TABLE answer_anew (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            place INTEGER NOT NULL CHECK (place > 0),
            text TEXT NOT NULL,
            builds_on BLOB CHECK (length(builds_on) = 16 AND builds_on <> expert),
            review_by TEXT CHECK (review_by LIKE '____-__'),
            PRIMARY KEY (question, expert),
            UNIQUE (question, place)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO answer_anew (question, expert, place, text)
        SELECT question, expert, row_number() OVER (PARTITION BY question ORDER BY expert), text FROM answer;
        DROP TABLE answer;
        ALTER TABLE answer_anew RENAME TO answer;

        CREATE TABLE answer_source (
            question BLOB NOT NULL,
            expert BLOB NOT NULL,
            place INTEGER NOT NULL CHECK (place >= 0),
            title TEXT NOT NULL,
            address TEXT NOT NULL,
            PRIMARY KEY (question, expert, place),
            FOREIGN KEY (question, expert) REFERENCES answer(question, expert) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        -- What an expert is typing. It carries no time.
        CREATE TABLE answer_draft (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            number INTEGER NOT NULL CHECK (number > 0),
            text TEXT NOT NULL,
            sources TEXT NOT NULL,
            review_by TEXT NOT NULL,
            builds_on TEXT NOT NULL,
            PRIMARY KEY (question, expert)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE published_answer_anew (
            question INTEGER NOT NULL REFERENCES published(number) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            place INTEGER NOT NULL CHECK (place > 0),
            text TEXT NOT NULL,
            builds_on BLOB CHECK (length(builds_on) = 16 AND builds_on <> expert),
            review_by TEXT CHECK (review_by LIKE '____-__'),
            corrected TEXT CHECK (corrected LIKE '____-__'),
            correction TEXT CHECK ((correction IS NULL) = (corrected IS NULL)),
            PRIMARY KEY (question, expert),
            UNIQUE (question, place)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO published_answer_anew (question, expert, place, text)
        SELECT question, expert, row_number() OVER (PARTITION BY question ORDER BY expert), text FROM published_answer;
        DROP TABLE published_answer;
        ALTER TABLE published_answer_anew RENAME TO published_answer;

        CREATE TABLE published_source (
            question INTEGER NOT NULL,
            expert BLOB NOT NULL,
            place INTEGER NOT NULL CHECK (place >= 0),
            title TEXT NOT NULL,
            address TEXT NOT NULL,
            PRIMARY KEY (question, expert, place),
            FOREIGN KEY (question, expert) REFERENCES published_answer(question, expert) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE published ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
        ALTER TABLE published ADD COLUMN superseded_by BLOB REFERENCES published(id) ON DELETE SET NULL
            CHECK (superseded_by <> id);
        CREATE INDEX published_by_successor ON published(superseded_by) WHERE superseded_by IS NOT NULL;

        -- With the id, so that a page of a list is read in the index's order and nothing is sorted.
        DROP INDEX published_by_topic;
        DROP INDEX published_by_month;
        CREATE INDEX published_by_topic ON published(topic, month DESC, id);
        CREATE INDEX published_by_month ON published(month DESC, id);

        -- Of a page that was taken down nothing is kept but why.
        CREATE TABLE taken_down (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            month TEXT NOT NULL CHECK (month LIKE '____-__'),
            reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- The words of published pages as they are written, to find the one that was meant by a slip.
        CREATE TABLE published_word (
            word TEXT PRIMARY KEY,
            questions INTEGER NOT NULL CHECK (questions > 0)
        ) STRICT, WITHOUT ROWID;
        """
}
