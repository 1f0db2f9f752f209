extension Schema {
    /// Arrivals wait apart from the desk, and with them what askers decide, until a batch brings all in at once.
    ///
    /// `question` is built anew because SQLite cannot change a CHECK. Its checks hold each step together with what the
    /// step carries; while a question is open its days are kept, and once it is decided the months alone.
    static let batches = """
        CREATE TABLE question_anew (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            receipt BLOB NOT NULL UNIQUE CHECK (length(receipt) = 32),
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE,
            text TEXT NOT NULL CHECK ((text = '') = (step = 'withdrawn')),
            step TEXT NOT NULL CHECK (step IN ('received', 'changes asked', 'with expert', 'answered', 'approved',
                'published', 'answered privately', 'declined', 'withdrawn')),
            received TEXT NOT NULL
                CHECK (received LIKE CASE WHEN decided IS NULL THEN '____-__-__' ELSE '____-__' END),
            since TEXT CHECK (since LIKE '____-__-__'),
            decided TEXT CHECK (decided LIKE '____-__'),
            version INTEGER NOT NULL CHECK (version > 0),
            worded INTEGER NOT NULL CHECK (worded > 0),
            expert BLOB CHECK ((expert IS NULL) = (step NOT IN ('with expert', 'answered', 'approved'))),
            reason TEXT CHECK ((reason IS NULL) = (step NOT IN ('changes asked', 'declined'))),
            until TEXT CHECK (until LIKE '____-__-__'),
            consent TEXT CHECK (consent IN ('agreed', 'objected')),
            proposal TEXT,
            private TEXT CHECK (private IN ('asker', 'desk')),
            CHECK ((since IS NULL) = (step IN ('published', 'answered privately', 'declined', 'withdrawn'))),
            CHECK ((decided IS NULL) = (since IS NOT NULL)),
            CHECK (until IS NULL OR step IN ('changes asked', 'approved')),
            CHECK (step <> 'changes asked' OR until IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO question_anew (id, receipt, topic, text, step, received, since, decided, version, worded, expert,
            reason, until, consent, proposal, private)
        SELECT id, receipt, topic, text, step, received,
            CASE WHEN length(received) = 10 THEN received END, CASE WHEN length(received) = 7 THEN received END,
            version, version, CASE WHEN step <> 'published' THEN expert END, reason, NULL, NULL, NULL, NULL
        FROM question;
        DROP TABLE question;
        ALTER TABLE question_anew RENAME TO question;

        -- What came since the last batch: under the hash of its receipt, with no day and no id that could survive it.
        CREATE TABLE arrival (
            receipt BLOB PRIMARY KEY CHECK (length(receipt) = 32),
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What askers decided since the last batch: one of each kind, the last word counts.
        CREATE TABLE pending_act (
            receipt BLOB NOT NULL CHECK (length(receipt) = 32),
            kind TEXT NOT NULL CHECK (kind IN ('agreed', 'objected', 'replied', 'resubmitted', 'private', 'excluded')),
            version INTEGER NOT NULL,
            words TEXT CHECK (words IS NOT NULL OR kind NOT IN ('replied', 'resubmitted')),
            PRIMARY KEY (receipt, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE pending_exclusion (
            receipt BLOB NOT NULL CHECK (length(receipt) = 32),
            person BLOB NOT NULL CHECK (length(person) = 16),
            PRIMARY KEY (receipt, person)
        ) STRICT, WITHOUT ROWID;

        -- Who on the staff must not see a question.
        CREATE TABLE exclusion (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            person BLOB NOT NULL CHECK (length(person) = 16),
            PRIMARY KEY (question, person)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE clarification (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            place INTEGER NOT NULL CHECK (place > 0),
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            text TEXT NOT NULL,
            reply TEXT,
            PRIMARY KEY (question, place)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX clarification_one_open ON clarification(question) WHERE reply IS NULL;

        -- How many questions stayed so many days at a step: no question and no date.
        CREATE TABLE wait (
            step TEXT NOT NULL CHECK (step IN ('received', 'with expert', 'answered', 'approved')),
            days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
            count INTEGER NOT NULL CHECK (count > 0),
            PRIMARY KEY (step, days)
        ) STRICT, WITHOUT ROWID;
        """
}
