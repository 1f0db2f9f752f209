extension Schema {
    /// What a reflection said before, what its owner calls it, what they add later, and the words it can be found by.
    ///
    /// A revision keeps the stages that a save changed, so that a long reflection is not written again for a comma. The
    /// index is a plain table: a row that is deleted is overwritten at once (`secure_delete`), while FTS5 keeps deleted
    /// words until its next merge; and one member's words are found without walking another's.
    static let revisions = """
        CREATE TABLE revision (
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            version INTEGER NOT NULL CHECK (version >= 1),
            title TEXT NOT NULL,
            saved TEXT NOT NULL,
            PRIMARY KEY (reflection, version)
        ) STRICT;
        CREATE TABLE revised_stage (
            reflection BLOB NOT NULL,
            version INTEGER NOT NULL,
            stage TEXT NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (reflection, version, stage),
            FOREIGN KEY (reflection, version) REFERENCES revision (reflection, version) ON DELETE CASCADE
        ) STRICT;

        CREATE TABLE tag (
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
            PRIMARY KEY (reflection, name)
        ) STRICT;

        CREATE TABLE later_note (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
            written TEXT NOT NULL,
            UNIQUE (reflection, sending)
        ) STRICT;

        CREATE TABLE found_by (
            owner BLOB NOT NULL,
            stem TEXT NOT NULL,
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            PRIMARY KEY (owner, stem, reflection)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX found_by_reflection ON found_by (reflection);
        """
}
