extension Schema {
    /// Shares by stage: who is let in stands in `share`, what they see and until when in `shared_stage`.
    ///
    /// What was shared before was shared whole. Of a link's secret the SHA-256 alone is kept. `opened` is the day on which
    /// it was first read, and is kept only where one person or one link is let in.
    static let stageShares = """
        ALTER TABLE share RENAME TO whole_share;

        CREATE TABLE share (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            audience TEXT NOT NULL CHECK (audience IN ('every member', 'member', 'link')),
            member BLOB CHECK (length(member) = 16),
            secret BLOB UNIQUE CHECK (length(secret) = 32),
            opened TEXT CHECK (length(opened) = 10),
            UNIQUE (reflection, member),
            UNIQUE (reflection, id),
            CHECK ((audience = 'member') = (member IS NOT NULL)),
            CHECK ((audience = 'link') = (secret IS NOT NULL)),
            CHECK (opened IS NULL OR audience <> 'every member')
        ) STRICT;
        INSERT INTO share (id, reflection, audience, member) SELECT id, reflection, audience, member FROM whole_share;

        CREATE TABLE shared_stage (
            share BLOB NOT NULL,
            reflection BLOB NOT NULL,
            stage TEXT NOT NULL,
            since TEXT NOT NULL CHECK (length(since) = 10),
            until TEXT NOT NULL CHECK (length(until) = 10),
            PRIMARY KEY (share, stage),
            FOREIGN KEY (reflection, share) REFERENCES share (reflection, id) ON DELETE CASCADE,
            FOREIGN KEY (reflection, stage) REFERENCES stage (reflection, name) ON DELETE CASCADE,
            CHECK (since <= until)
        ) STRICT;
        INSERT INTO shared_stage (share, reflection, stage, since, until)
        SELECT whole_share.id, whole_share.reflection, stage.name, whole_share.since, whole_share.until
        FROM whole_share JOIN stage ON stage.reflection = whole_share.reflection;

        DROP TABLE whole_share;
        CREATE UNIQUE INDEX share_with_every_member ON share (reflection) WHERE audience = 'every member';
        CREATE INDEX share_by_audience ON share (audience);
        CREATE INDEX share_by_member ON share (member);
        CREATE INDEX shared_stage_by_reflection ON shared_stage (reflection, share);
        CREATE INDEX shared_stage_by_stage ON shared_stage (reflection, stage);
        """
}
