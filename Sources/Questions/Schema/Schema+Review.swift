extension Schema {
    /// Reasons for declining, appeals against it, and reports of what is published.
    ///
    /// The first reasons have fixed ids, so that two new desks are the same to the byte. A report holds neither who sent
    /// it nor when: an asker may report the answer to their own question.
    static let review = """
        CREATE TABLE reason (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            words TEXT NOT NULL UNIQUE CHECK (length(words) BETWEEN 3 AND 120),
            place INTEGER NOT NULL,
            retired INTEGER NOT NULL CHECK (retired IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reason (id, words, place, retired) VALUES
            (x'00000000000000000000000000000001', 'Outside our topics', 1, 0),
            (x'00000000000000000000000000000002', 'Already answered: see the page named below', 2, 0),
            (x'00000000000000000000000000000003', 'Names people who could be harmed', 3, 0),
            (x'00000000000000000000000000000004', 'Too little to go on', 4, 0),
            (x'00000000000000000000000000000005', 'Needs a lawyer, a doctor or an accountant of your own', 5, 0),
            (x'00000000000000000000000000000006', 'An emergency service is the right place', 6, 0);

        CREATE TABLE appeal (
            question BLOB PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
            words TEXT NOT NULL CHECK (words <> ''),
            against BLOB CHECK (length(against) = 16)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pending_act_anew (
            receipt BLOB NOT NULL CHECK (length(receipt) = 32),
            kind TEXT NOT NULL CHECK (kind IN ('agreed', 'appealed', 'objected', 'replied', 'resubmitted', 'private',
                'excluded')),
            version INTEGER NOT NULL,
            words TEXT CHECK (words IS NOT NULL OR kind NOT IN ('appealed', 'replied', 'resubmitted')),
            PRIMARY KEY (receipt, kind)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO pending_act_anew SELECT receipt, kind, version, words FROM pending_act;
        DROP TABLE pending_act;
        ALTER TABLE pending_act_anew RENAME TO pending_act;

        CREATE TABLE report (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            question BLOB NOT NULL REFERENCES published(id) ON DELETE CASCADE,
            expert BLOB CHECK (length(expert) = 16),
            reason TEXT NOT NULL CHECK (reason IN ('known', 'wrong', 'unkind', 'advertising', 'other')),
            words TEXT NOT NULL,
            upheld INTEGER NOT NULL CHECK (upheld IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX report_by_question ON report(question);
        """
}
