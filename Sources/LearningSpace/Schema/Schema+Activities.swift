extension Schema {
    /// The record of activities, and the key responsibilities they support.
    ///
    /// An amount is in hundredths, so that a sum is exact. A body that counts no hours needs none.
    static let activities = """
        CREATE TABLE activity (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            kind TEXT NOT NULL,
            first_day TEXT NOT NULL CHECK (length(first_day) = 10),
            last_day TEXT NOT NULL CHECK (length(last_day) = 10),
            amount INTEGER CHECK (amount > 0),
            unit TEXT CHECK (unit IN ('hours', 'points')),
            about TEXT NOT NULL CHECK (length(about) <= 4000),
            outcome TEXT NOT NULL CHECK (length(outcome) <= 4000),
            provider TEXT NOT NULL CHECK (length(provider) <= 200),
            is_ethics INTEGER NOT NULL CHECK (is_ethics IN (0, 1)),
            version INTEGER NOT NULL CHECK (version >= 1),
            UNIQUE (owner, sending),
            CHECK (first_day <= last_day),
            CHECK ((amount IS NULL) = (unit IS NULL))
        ) STRICT;
        CREATE INDEX activity_by_owner ON activity (owner, last_day);

        CREATE TABLE responsibility (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            position INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            UNIQUE (owner, name)
        ) STRICT;

        CREATE TABLE supports (
            activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
            responsibility BLOB NOT NULL REFERENCES responsibility (id) ON DELETE CASCADE,
            PRIMARY KEY (activity, responsibility)
        ) STRICT;
        CREATE INDEX supports_by_responsibility ON supports (responsibility);

        CREATE TABLE reflects_on (
            reflection BLOB NOT NULL PRIMARY KEY REFERENCES reflection (id) ON DELETE CASCADE,
            activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX reflects_on_by_activity ON reflects_on (activity);
        """
}
