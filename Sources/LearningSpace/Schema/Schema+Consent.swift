extension Schema {
    /// What a comment is, when it was changed, and who agrees that others see it.
    ///
    /// Whether a thread is shown stands with its first comment. What was said before this was said to every reader, and
    /// stays so. `comment_credit` names whose thought a goal took up, where they agreed to be named.
    static let consent = """
        ALTER TABLE comment ADD COLUMN kind TEXT CHECK (kind IN ('question', 'resonance', 'challenge', 'resource'));
        ALTER TABLE comment ADD COLUMN edited TEXT;
        ALTER TABLE comment ADD COLUMN author_shows INTEGER NOT NULL DEFAULT 1 CHECK (author_shows IN (0, 1));
        ALTER TABLE comment ADD COLUMN owner_shows INTEGER NOT NULL DEFAULT 1 CHECK (owner_shows IN (0, 1));
        ALTER TABLE comment ADD COLUMN may_name INTEGER NOT NULL DEFAULT 0 CHECK (may_name IN (0, 1));

        CREATE TABLE comment_credit (
            goal BLOB NOT NULL PRIMARY KEY REFERENCES goal (id) ON DELETE CASCADE,
            person BLOB NOT NULL CHECK (length(person) = 16)
        ) STRICT;
        CREATE INDEX comment_credit_by_person ON comment_credit (person);

        CREATE TABLE muted (
            member BLOB NOT NULL CHECK (length(member) = 16),
            person BLOB NOT NULL CHECK (length(person) = 16),
            PRIMARY KEY (member, person),
            CHECK (member <> person)
        ) STRICT;
        CREATE INDEX muted_by_person ON muted (person);
        """
}
