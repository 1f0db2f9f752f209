import GRDB

/// The tables of `members.sqlite`.
enum Schema {
    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 accounts") { db in try db.execute(sql: accounts) }
        migrator.registerMigration("2 presence") { db in try db.execute(sql: presence) }
        migrator.registerMigration("3 suspension") { db in try db.execute(sql: suspension) }
        migrator.registerMigration("4 mail") { db in try db.execute(sql: MailTables.sql) }
        migrator.registerMigration("5 mail about saved searches") { db in try db.execute(sql: MailTables.savedSearches)
        }
        migrator.registerMigration("6 mail about comments") { db in try db.execute(sql: MailTables.comments) }
        return migrator
    }

    private static let suspension = """
        CREATE TABLE suspension (
            member BLOB PRIMARY KEY REFERENCES member(id) ON DELETE CASCADE,
            since TEXT NOT NULL CHECK (length(since) = 10)
        ) STRICT, WITHOUT ROWID;
        """

    /// Weeks, never days or minutes, and nothing of what was done.
    private static let presence = """
        CREATE TABLE presence (
            member BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
            week INTEGER NOT NULL,
            PRIMARY KEY (member, week)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX presence_by_week ON presence(week);
        """

    private static let accounts = """
        CREATE TABLE member (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            email TEXT NOT NULL UNIQUE,
            password TEXT NOT NULL,
            joined TEXT NOT NULL CHECK (length(joined) = 10),
            erasing INTEGER NOT NULL DEFAULT 0 CHECK (erasing IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE role (
            member BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('member', 'expert', 'moderator', 'auditor', 'administrator')),
            PRIMARY KEY (member, role)
        ) STRICT, WITHOUT ROWID;

        -- A session's secret is kept as its SHA-256 alone: whoever reads this file cannot sign in with it.
        CREATE TABLE session (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            secret BLOB NOT NULL UNIQUE CHECK (length(secret) = 32),
            member BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
            device TEXT NOT NULL,
            began TEXT NOT NULL CHECK (length(began) = 10),
            seen TEXT NOT NULL CHECK (length(seen) = 10)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_by_member ON session(member);

        -- An invitation is for one address, so that joining never says whether another address has an account.
        CREATE TABLE invitation (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            secret BLOB NOT NULL UNIQUE CHECK (length(secret) = 32),
            email TEXT NOT NULL UNIQUE,
            roles TEXT NOT NULL,
            until TEXT NOT NULL CHECK (length(until) = 10)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
