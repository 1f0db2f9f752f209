extension Schema {
    /// Small groups, and shares with one of them.
    ///
    /// `share` is built anew because SQLite cannot change a CHECK. What is shared with a group goes with it; its topic
    /// stands with the reflection and is told to nobody who reads none of it.
    static let groups = """
        CREATE TABLE peer_group (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            keeper BLOB NOT NULL CHECK (length(keeper) = 16),
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            about TEXT NOT NULL CHECK (length(about) <= 1000),
            begun TEXT NOT NULL CHECK (length(begun) = 10),
            UNIQUE (keeper, sending)
        ) STRICT;

        CREATE TABLE group_member (
            peer_group BLOB NOT NULL REFERENCES peer_group (id) ON DELETE CASCADE,
            person BLOB NOT NULL CHECK (length(person) = 16),
            state TEXT NOT NULL CHECK (state IN ('invited', 'member')),
            since TEXT NOT NULL CHECK (length(since) = 10),
            PRIMARY KEY (peer_group, person)
        ) STRICT;
        CREATE INDEX group_member_by_person ON group_member (person, state);

        CREATE TABLE share_anew (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            audience TEXT NOT NULL CHECK (audience IN ('every member', 'member', 'group', 'link')),
            member BLOB CHECK (length(member) = 16),
            peer_group BLOB REFERENCES peer_group (id) ON DELETE CASCADE,
            secret BLOB UNIQUE CHECK (length(secret) = 32),
            opened TEXT CHECK (length(opened) = 10),
            UNIQUE (reflection, member),
            UNIQUE (reflection, peer_group),
            UNIQUE (reflection, id),
            CHECK ((audience = 'member') = (member IS NOT NULL)),
            CHECK ((audience = 'group') = (peer_group IS NOT NULL)),
            CHECK ((audience = 'link') = (secret IS NOT NULL)),
            CHECK (opened IS NULL OR audience IN ('member', 'link'))
        ) STRICT;
        INSERT INTO share_anew (id, reflection, audience, member, secret, opened)
        SELECT id, reflection, audience, member, secret, opened FROM share;
        DROP TABLE share;
        ALTER TABLE share_anew RENAME TO share;
        CREATE UNIQUE INDEX share_with_every_member ON share (reflection) WHERE audience = 'every member';
        CREATE INDEX share_by_audience ON share (audience);
        CREATE INDEX share_by_member ON share (member);
        CREATE INDEX share_by_group ON share (peer_group);

        CREATE TABLE shown_topic (
            reflection BLOB NOT NULL PRIMARY KEY REFERENCES reflection (id) ON DELETE CASCADE,
            topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80)
        ) STRICT;
        """
}
