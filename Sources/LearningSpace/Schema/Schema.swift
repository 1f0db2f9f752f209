import GRDB
import Storage

/// The tables of `learning.sqlite`. Days are `2026-11-22`; times are UTC to the millisecond, as GRDB writes a `Date`.
enum Schema {
    static var migrations: DatabaseMigrator {
        var migrations = DatabaseMigrator()
        migrations.registerMigration("1 reflections, shares, comments") { db in
            try db.execute(sql: reflections)
            try db.execute(sql: shares)
            try db.execute(sql: comments)
        }
        migrations.registerMigration("2 reports") { db in try db.execute(sql: reports) }
        migrations.registerMigration("3 shares by stage") { db in try db.execute(sql: stageShares) }
        migrations.registerMigration("4 revisions, tags, later notes, search") { db in
            try db.execute(sql: revisions)
            for id in try ID<Reflection>.fetchAll(db, sql: "SELECT id FROM reflection") { try id.index(in: db) }
        }
        migrations.registerMigration("5 goals") { db in try db.execute(sql: goals) }
        migrations.registerMigration("6 kinds of comments, consent, mutes") { db in try db.execute(sql: consent) }
        migrations.registerMigration("7 activities") { db in try db.execute(sql: activities) }
        migrations.registerMigration("8 evidence") { db in try db.execute(sql: evidence) }
        migrations.registerMigration("9 unsaved writing") { db in try db.execute(sql: unsaved) }
        migrations.registerMigration("10 parcels") { db in try db.execute(sql: parcels) }
        migrations.registerMigration("11 groups") { db in try db.execute(sql: groups) }
        migrations.registerMigration("12 news") { db in try db.execute(sql: news) }
        migrations.registerMigration("13 statements") { db in try db.execute(sql: statements) }
        migrations.registerMigration("14 own lists") { db in try db.execute(sql: ownLists) }
        migrations.registerMigration("15 who states an activity") { db in
            try db.execute(sql: statedBy)
            try moveStatedBy(in: db)
        }
        return migrations
    }

    /// Each stage of the model has its row from the start, so that a comment can point to one not yet written.
    private static let reflections = """
        CREATE TABLE reflection (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            model TEXT NOT NULL,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            origin_title TEXT CHECK (length(origin_title) BETWEEN 1 AND 300),
            origin_path TEXT CHECK (origin_path LIKE '/%'),
            version INTEGER NOT NULL CHECK (version >= 1),
            begun TEXT NOT NULL,
            saved TEXT NOT NULL,
            UNIQUE (owner, sending),
            CHECK ((origin_title IS NULL) = (origin_path IS NULL))
        ) STRICT;

        CREATE TABLE stage (
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            words TEXT NOT NULL CHECK (length(words) <= 20000),
            PRIMARY KEY (reflection, name)
        ) STRICT;
        """

    private static let shares = """
        CREATE TABLE share (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            audience TEXT NOT NULL CHECK (audience IN ('every member', 'member')),
            member BLOB CHECK (length(member) = 16),
            since TEXT NOT NULL CHECK (length(since) = 10),
            until TEXT NOT NULL CHECK (length(until) = 10),
            UNIQUE (reflection, member),
            CHECK ((audience = 'member') = (member IS NOT NULL)),
            CHECK (since <= until)
        ) STRICT;

        CREATE UNIQUE INDEX share_with_every_member ON share (reflection) WHERE audience = 'every member';
        CREATE INDEX share_by_audience ON share (audience, until);
        CREATE INDEX share_by_member ON share (member, until);
        """

    /// A removed comment keeps neither its words nor its author.
    private static let comments = """
        CREATE TABLE comment (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            parent BLOB,
            stage TEXT,
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            author BLOB CHECK (length(author) = 16),
            body TEXT CHECK (length(body) BETWEEN 1 AND 4000),
            removed_by TEXT CHECK (removed_by IN ('author', 'owner')),
            written TEXT NOT NULL,
            UNIQUE (reflection, id),
            UNIQUE (reflection, sending),
            FOREIGN KEY (reflection, parent) REFERENCES comment (reflection, id),
            FOREIGN KEY (reflection, stage) REFERENCES stage (reflection, name),
            CHECK (parent IS NULL OR stage IS NULL),
            CHECK ((removed_by IS NULL) = (author IS NOT NULL)),
            CHECK ((removed_by IS NULL) = (body IS NOT NULL))
        ) STRICT;

        CREATE INDEX comment_by_author ON comment (author);
        CREATE INDEX comment_by_parent ON comment (reflection, parent);
        CREATE INDEX comment_by_stage ON comment (reflection, stage);
        """
}
