extension Schema {
    /// Who could answer, since when somebody should, and who is away. Of the asker there is nothing.
    static let routing = """
        CREATE TABLE topic_word (
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE ON DELETE CASCADE,
            word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 60),
            telling INTEGER NOT NULL CHECK (telling IN (0, 1)),
            PRIMARY KEY (topic, word)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE routing_setting (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
            accept_days INTEGER NOT NULL CHECK (accept_days BETWEEN 1 AND 60),
            answer_days INTEGER NOT NULL CHECK (answer_days BETWEEN 1 AND 60)
        ) STRICT, WITHOUT ROWID;

        -- With whom an open question is, and since when. Gone with the step, so that no day outlives it.
        CREATE TABLE assignment (
            question BLOB PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            given TEXT NOT NULL CHECK (given LIKE '____-__-__'),
            accepted TEXT CHECK (accepted LIKE '____-__-__')
        ) STRICT, WITHOUT ROWID;
        INSERT INTO assignment (question, expert, given)
        SELECT id, expert, since FROM question WHERE step = 'with expert';
        CREATE INDEX assignment_by_expert ON assignment(expert);

        -- Who had an open question and does not answer it.
        CREATE TABLE passed_on (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            why TEXT NOT NULL CHECK (why IN ('declined', 'ran out')),
            times INTEGER NOT NULL CHECK (times > 0),
            PRIMARY KEY (question, expert, why)
        ) STRICT, WITHOUT ROWID;

        -- No key to expert: a profile that is saved anew is written anew.
        CREATE TABLE absence (
            person BLOB NOT NULL CHECK (length(person) = 16),
            first TEXT NOT NULL CHECK (first LIKE '____-__-__'),
            last TEXT NOT NULL CHECK (last LIKE '____-__-__' AND last >= first),
            PRIMARY KEY (person, first)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE conflict (
            person BLOB NOT NULL CHECK (length(person) = 16),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 3 AND 80),
            PRIMARY KEY (person, words)
        ) STRICT, WITHOUT ROWID;
        """
}
