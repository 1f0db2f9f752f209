/// The order in which opportunities last changed: what a follower reads page by page.
///
/// Every change – added, edited, missed, found again, withdrawn, deleted – gives its opportunity the next number, within
/// the transaction that makes it, whichever process that is. SQLite lets one writer in at a time, so numbers become
/// visible in the order in which they were given: whoever has read up to one has read all below it. (A database that
/// lets writers in together has to give the numbers at commit.) They stand in the file, so a restart changes none.
enum FeedTables {
    static let sql = """
        CREATE TABLE feed_item (
            opportunity INTEGER PRIMARY KEY,
            change INTEGER NOT NULL UNIQUE
        ) STRICT;
        -- What is gone altogether. Kept, so that whoever comes back after years learns of it too.
        CREATE TABLE feed_gone (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            change INTEGER NOT NULL UNIQUE
        ) STRICT, WITHOUT ROWID;

        INSERT INTO feed_item SELECT number, number FROM opportunity;

        CREATE TRIGGER feed_added AFTER INSERT ON opportunity BEGIN
            INSERT INTO feed_item VALUES (NEW.number, \(next));
            DELETE FROM feed_gone WHERE id = NEW.id;
        END;
        CREATE TRIGGER feed_changed AFTER UPDATE ON opportunity BEGIN
            UPDATE feed_item SET change = \(next) WHERE opportunity = NEW.number;
        END;
        CREATE TRIGGER feed_deleted AFTER DELETE ON opportunity BEGIN
            INSERT INTO feed_gone VALUES (OLD.id, \(next));
            DELETE FROM feed_item WHERE opportunity = OLD.number;
        END;
        -- Each item carries its source's licence and credit.
        CREATE TRIGGER feed_source_changed AFTER UPDATE OF title, licence, attribution ON source
            WHEN OLD.title <> NEW.title OR OLD.licence <> NEW.licence OR OLD.attribution <> NEW.attribution
        BEGIN
            UPDATE feed_item SET change = \(next) + opportunity
            WHERE opportunity IN (SELECT number FROM opportunity WHERE source = NEW.name);
        END;
        """

    /// No number is given twice: rows only go for one with a higher.
    private static let next = "\(last) + 1"

    static let last = """
        max((SELECT coalesce(max(change), 0) FROM feed_item), (SELECT coalesce(max(change), 0) FROM feed_gone))
        """
}
