extension Schema {
    /// What experts would write in place of a published answer of theirs, as they typed it. It carries no time.
    static let proposedCorrections = """
        CREATE TABLE proposed_correction (
            question INTEGER NOT NULL,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            text TEXT NOT NULL,
            sources TEXT NOT NULL,
            review_by TEXT NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (question, expert),
            FOREIGN KEY (question, expert) REFERENCES published_answer(question, expert) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
