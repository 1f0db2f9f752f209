extension MailTables {
    /// The same tables with one more kind: that somebody said something.
    static let comments = """
        CREATE TABLE mail_now (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            kind TEXT NOT NULL CHECK (kind IN ('forgotten', 'password changed', 'new address', 'address changed',
                'joining', 'invitation', 'waiting', 'digest', 'saved searches', 'comments')),
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
            kind TEXT NOT NULL CHECK (kind IN ('waiting', 'digest', 'saved searches', 'comments')),
            is_wanted INTEGER NOT NULL CHECK (is_wanted IN (0, 1)),
            PRIMARY KEY (member, kind)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mail_wish_now SELECT member, kind, is_wanted FROM mail_wish;
        DROP TABLE mail_wish;
        ALTER TABLE mail_wish_now RENAME TO mail_wish;

        CREATE TABLE mailing_now (
            kind TEXT PRIMARY KEY CHECK (kind IN ('waiting', 'digest', 'saved searches', 'comments')),
            about TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mailing_now SELECT kind, about FROM mailing;
        DROP TABLE mailing;
        ALTER TABLE mailing_now RENAME TO mailing;
        """
}
