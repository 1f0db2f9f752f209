extension Schema {
    /// Reports of comments, and a third who may remove one.
    ///
    /// `comment` is built anew because SQLite cannot change a CHECK. A report holds neither who sent it nor when; it goes
    /// with the words it is about.
    static let reports = """
        CREATE TABLE comment_anew (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            parent BLOB,
            stage TEXT,
            sending BLOB NOT NULL CHECK (length(sending) = 16),
            author BLOB CHECK (length(author) = 16),
            body TEXT CHECK (length(body) BETWEEN 1 AND 4000),
            removed_by TEXT CHECK (removed_by IN ('author', 'owner', 'moderator')),
            written TEXT NOT NULL,
            UNIQUE (reflection, id),
            UNIQUE (reflection, sending),
            FOREIGN KEY (reflection, parent) REFERENCES comment (reflection, id),
            FOREIGN KEY (reflection, stage) REFERENCES stage (reflection, name),
            CHECK (parent IS NULL OR stage IS NULL),
            CHECK ((removed_by IS NULL) = (author IS NOT NULL)),
            CHECK ((removed_by IS NULL) = (body IS NOT NULL))
        ) STRICT;
        INSERT INTO comment_anew SELECT id, reflection, parent, stage, sending, author, body, removed_by, written
        FROM comment;
        DROP TABLE comment;
        ALTER TABLE comment_anew RENAME TO comment;
        CREATE INDEX comment_by_author ON comment (author);
        CREATE INDEX comment_by_parent ON comment (reflection, parent);
        CREATE INDEX comment_by_stage ON comment (reflection, stage);

        CREATE TABLE report (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            comment BLOB NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
            reason TEXT NOT NULL CHECK (reason IN ('unkind', 'known', 'advertising', 'other')),
            words TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX report_by_comment ON report (comment);
        CREATE TRIGGER report_goes_with_its_comment AFTER UPDATE OF removed_by ON comment
        WHEN NEW.removed_by IS NOT NULL BEGIN
            DELETE FROM report WHERE comment = NEW.id;
        END;
        """
}
