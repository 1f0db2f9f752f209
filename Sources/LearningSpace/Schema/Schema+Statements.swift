extension Schema {
    /// An employer's file that waits for its owner to say what its columns mean, one for each member; and what they said
    /// of a file with the same names of columns before.
    static let statements = """
        CREATE TABLE statement_file (
            owner BLOB NOT NULL PRIMARY KEY CHECK (length(owner) = 16),
            csv TEXT NOT NULL,
            brought TEXT NOT NULL CHECK (length(brought) = 10)
        ) STRICT;

        CREATE TABLE statement_reading (
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            names BLOB NOT NULL CHECK (length(names) = 32),
            kind TEXT NOT NULL,
            unit TEXT NOT NULL,
            stated_by TEXT NOT NULL,
            PRIMARY KEY (owner, names)
        ) STRICT;

        CREATE TABLE statement_column (
            owner BLOB NOT NULL,
            names BLOB NOT NULL,
            field TEXT NOT NULL,
            place INTEGER NOT NULL CHECK (place >= 0),
            PRIMARY KEY (owner, names, field),
            FOREIGN KEY (owner, names) REFERENCES statement_reading (owner, names) ON DELETE CASCADE
        ) STRICT;
        """
}
