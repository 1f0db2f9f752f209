extension Schema {
    /// Comments that somebody has not looked at: a row for each person whom one concerns, gone once they have.
    ///
    /// `is_told` says whether a mail has gone out since. What was said before this counts as seen.
    static let news = """
        CREATE TABLE news (
            member BLOB NOT NULL CHECK (length(member) = 16),
            comment BLOB NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
            reflection BLOB NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
            is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1)),
            PRIMARY KEY (member, comment)
        ) STRICT;
        CREATE INDEX news_by_member ON news (member, reflection);
        CREATE INDEX news_by_comment ON news (comment);
        CREATE INDEX news_by_reflection ON news (reflection);
        CREATE INDEX news_untold ON news (member) WHERE is_told = 0;
        CREATE TRIGGER news_goes_with_its_comment AFTER UPDATE OF removed_by ON comment
        WHEN NEW.removed_by IS NOT NULL BEGIN
            DELETE FROM news WHERE comment = NEW.id;
        END;
        """
}
