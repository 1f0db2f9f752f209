/// What the queue keeps beside a question while it is open: the staff's own, of which nothing outlives the question.
enum QueueTables {
    static let sql = """
        -- Who looks at a question just now. Minutes are kept because they tell of staff alone; the next look or batch
        -- deletes what is over.
        CREATE TABLE lease (
            question BLOB PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
            person BLOB NOT NULL CHECK (length(person) = 16),
            opening BLOB NOT NULL CHECK (length(opening) = 16),
            until INTEGER NOT NULL CHECK (until > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE urgent (
            question BLOB PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        -- Questions of one lot are much alike. A lot's name is random: it does not say which of them came first.
        CREATE TABLE alike (
            question BLOB PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
            lot BLOB NOT NULL CHECK (length(lot) = 16)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alike_by_lot ON alike(lot);

        -- All that the queue needs of a question but its words, so that it reads no decided question and no long row.
        -- decided is always NULL here; without it SQLite would go to the row to ask.
        CREATE INDEX question_waiting ON question(received, step, topic, decided) WHERE decided IS NULL;
        """
}
