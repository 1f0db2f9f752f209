extension Schema {
    /// Files that are kept beside what they show, and where each stands.
    ///
    /// The bytes are in a folder of their own, under the row's id. `arriving_file` holds the ids of files that are being
    /// written: a file of which neither table knows is left over, and goes with the next round.
    static let evidence = """
        CREATE TABLE evidence (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            about TEXT NOT NULL CHECK (length(about) <= 1000),
            kind TEXT NOT NULL,
            bytes INTEGER NOT NULL CHECK (bytes > 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            added TEXT NOT NULL,
            UNIQUE (owner, sending)
        ) STRICT;
        CREATE INDEX evidence_by_owner ON evidence (owner, added);

        CREATE TABLE arriving_file (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            since TEXT NOT NULL
        ) STRICT;

        CREATE TABLE evidence_of_activity (
            activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
            evidence BLOB NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
            PRIMARY KEY (activity, evidence)
        ) STRICT;
        CREATE INDEX evidence_of_activity_by_evidence ON evidence_of_activity (evidence);

        CREATE TABLE evidence_of_goal (
            goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
            evidence BLOB NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
            PRIMARY KEY (goal, evidence)
        ) STRICT;
        CREATE INDEX evidence_of_goal_by_evidence ON evidence_of_goal (evidence);

        CREATE TABLE evidence_of_stage (
            reflection BLOB NOT NULL,
            stage TEXT NOT NULL,
            evidence BLOB NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
            PRIMARY KEY (reflection, stage, evidence),
            FOREIGN KEY (reflection, stage) REFERENCES stage (reflection, name) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX evidence_of_stage_by_evidence ON evidence_of_stage (evidence);
        """
}
