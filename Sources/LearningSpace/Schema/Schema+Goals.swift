extension Schema {
    /// Next steps. A goal has the day on which it comes back; each answer to "did it happen?" is added and changes none
    /// before it. `next_cycle` says which reflection was begun from which goal: one goal each, so that chains never
    /// meet again.
    static let goals = """
        CREATE TABLE goal (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            reflection BLOB REFERENCES reflection (id) ON DELETE SET NULL,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
            made TEXT NOT NULL CHECK (length(made) = 10),
            due TEXT NOT NULL CHECK (length(due) = 10),
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'let go')),
            closed TEXT CHECK (length(closed) = 10),
            UNIQUE (owner, sending),
            CHECK ((state = 'open') = (closed IS NULL)),
            CHECK (made <= due)
        ) STRICT;
        CREATE INDEX goal_by_owner ON goal (owner, due);
        CREATE INDEX goal_by_reflection ON goal (reflection);

        CREATE TABLE check_in (
            goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            verdict TEXT NOT NULL CHECK (verdict IN ('done', 'not yet', 'let go')),
            due TEXT CHECK (length(due) = 10),
            words TEXT NOT NULL CHECK (length(words) <= 4000),
            written TEXT NOT NULL,
            PRIMARY KEY (goal, sending),
            CHECK ((verdict = 'not yet') = (due IS NOT NULL))
        ) STRICT;

        CREATE TABLE next_cycle (
            reflection BLOB NOT NULL PRIMARY KEY REFERENCES reflection (id) ON DELETE CASCADE,
            goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX next_cycle_by_goal ON next_cycle (goal);
        """
}
