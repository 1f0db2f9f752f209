extension Schema {
    /// What somebody has typed and not saved. `subject` is the reflection it will change, or the key under which one
    /// will begin; `version` the one that was typed over, 0 where none was stored yet.
    static let unsaved = """
        CREATE TABLE unsaved (
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            subject BLOB NOT NULL CHECK (length(subject) = 16),
            reflection BLOB REFERENCES reflection (id) ON DELETE CASCADE,
            model TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 0),
            number INTEGER NOT NULL CHECK (number >= 1),
            title TEXT NOT NULL,
            tags TEXT NOT NULL,
            typed TEXT NOT NULL,
            PRIMARY KEY (owner, subject),
            CHECK (reflection IS NULL OR reflection = subject)
        ) STRICT;
        CREATE INDEX unsaved_by_reflection ON unsaved (reflection);

        CREATE TABLE unsaved_stage (
            owner BLOB NOT NULL,
            subject BLOB NOT NULL,
            name TEXT NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (owner, subject, name),
            FOREIGN KEY (owner, subject) REFERENCES unsaved (owner, subject) ON DELETE CASCADE
        ) STRICT;
        """
}
