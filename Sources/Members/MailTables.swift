/// The tables of the outbox and of the links that mails carry.
///
/// No minute is kept, as nowhere in this file: an hour stands only where the mail server failed.
enum MailTables {
    static let sql = """
        CREATE TABLE mail (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            kind TEXT NOT NULL CHECK (kind IN ('forgotten', 'password changed', 'new address', 'address changed',
                'joining', 'invitation', 'waiting', 'digest')),
            recipient TEXT NOT NULL,
            member BLOB REFERENCES member(id) ON DELETE CASCADE,
            about TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'failed')),
            tries INTEGER NOT NULL DEFAULT 0,
            -- The hour from which it is tried again, as 2026-09-15T13; empty before the first try.
            due TEXT NOT NULL DEFAULT '' CHECK (length(due) IN (0, 13))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mail_by_state ON mail(state, due);
        CREATE INDEX mail_by_recipient ON mail(recipient);
        CREATE INDEX mail_by_member ON mail(member);

        -- The secret is kept as its SHA-256. The moment it runs out is part of it; here stands the day alone.
        CREATE TABLE link (
            secret BLOB PRIMARY KEY CHECK (length(secret) = 32),
            opens TEXT NOT NULL CHECK (opens IN ('password', 'address', 'joining')),
            member BLOB REFERENCES member(id) ON DELETE CASCADE,
            email TEXT NOT NULL,
            until TEXT NOT NULL CHECK (length(until) = 10),
            CHECK ((opens = 'joining') = (member IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_by_member ON link(member);
        CREATE INDEX link_by_email ON link(email);

        -- Only where somebody chose otherwise than everybody begins.
        CREATE TABLE mail_wish (
            member BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('waiting', 'digest')),
            is_wanted INTEGER NOT NULL CHECK (is_wanted IN (0, 1)),
            PRIMARY KEY (member, kind)
        ) STRICT, WITHOUT ROWID;

        -- What went out to everybody last: a day, or a month.
        CREATE TABLE mailing (
            kind TEXT PRIMARY KEY CHECK (kind IN ('waiting', 'digest')),
            about TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// The same tables with one more kind: SQLite cannot change a check.
    static let savedSearches = """
        CREATE TABLE mail_now (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            kind TEXT NOT NULL CHECK (kind IN ('forgotten', 'password changed', 'new address', 'address changed',
                'joining', 'invitation', 'waiting', 'digest', 'saved searches')),
            recipient TEXT NOT NULL,
            member BLOB REFERENCES member(id) ON DELETE CASCADE,
            about TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'failed')),
            tries INTEGER NOT NULL DEFAULT 0,
            due TEXT NOT NULL DEFAULT '' CHECK (length(due) IN (0, 13))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mail_now SELECT id, kind, recipient, member, about, state, tries, due FROM mail;
        DROP TABLE mail;
        ALTER TABLE mail_now RENAME TO mail;
        CREATE INDEX mail_by_state ON mail(state, due);
        CREATE INDEX mail_by_recipient ON mail(recipient);
        CREATE INDEX mail_by_member ON mail(member);

        CREATE TABLE mail_wish_now (
            member BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('waiting', 'digest', 'saved searches')),
            is_wanted INTEGER NOT NULL CHECK (is_wanted IN (0, 1)),
            PRIMARY KEY (member, kind)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mail_wish_now SELECT member, kind, is_wanted FROM mail_wish;
        DROP TABLE mail_wish;
        ALTER TABLE mail_wish_now RENAME TO mail_wish;

        CREATE TABLE mailing_now (
            kind TEXT PRIMARY KEY CHECK (kind IN ('waiting', 'digest', 'saved searches')),
            about TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mailing_now SELECT kind, about FROM mailing;
        DROP TABLE mailing;
        ALTER TABLE mailing_now RENAME TO mailing;
        """
}
