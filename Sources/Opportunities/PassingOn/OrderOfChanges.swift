import GRDB

/// The order in which opportunities last changed: what a follower reads page by page.
///
/// Every change – added, edited, missed, found again, withdrawn, deleted – gives its opportunity the next number, within
/// the transaction that makes it, whichever process that is. SQLite lets one writer in at a time, so numbers become
/// visible in the order in which they were given: whoever has read up to one has read all below it. (A database that
/// lets writers in together has to give the numbers at commit.) They stand in the file, so a restart changes none.
///
/// Costs a harvest some 3 µs for each new opportunity.
enum OrderOfChanges {
    static let sql = """
        -- What is gone altogether keeps its place by its id, so that whoever comes back after years learns of it too.
        -- Rows only ever go for one with a higher number, so none is given twice.
        CREATE TABLE passed_on (
            change INTEGER PRIMARY KEY,
            opportunity INTEGER UNIQUE,
            gone BLOB CHECK (length(gone) = 16),
            CHECK ((opportunity IS NULL) <> (gone IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX passed_on_gone ON passed_on (gone) WHERE gone IS NOT NULL;

        INSERT INTO passed_on (change, opportunity) SELECT number, number FROM opportunity;

        CREATE TRIGGER passed_on_added AFTER INSERT ON opportunity BEGIN
            -- The next after all that are there.
            INSERT INTO passed_on (opportunity) VALUES (NEW.number);
            DELETE FROM passed_on WHERE gone = NEW.id;
        END;
        CREATE TRIGGER passed_on_changed AFTER UPDATE ON opportunity BEGIN
            UPDATE passed_on SET change = \(last) + 1 WHERE opportunity = NEW.number;
        END;
        CREATE TRIGGER passed_on_deleted AFTER DELETE ON opportunity BEGIN
            UPDATE passed_on SET change = \(last) + 1, opportunity = NULL, gone = OLD.id
            WHERE opportunity = OLD.number;
        END;
        -- Each item carries its source's licence and credit.
        CREATE TRIGGER passed_on_source_changed AFTER UPDATE OF title, licence, attribution ON source
            WHEN OLD.title <> NEW.title OR OLD.licence <> NEW.licence OR OLD.attribution <> NEW.attribution
        BEGIN
            UPDATE passed_on SET change = \(last) + opportunity
            WHERE opportunity IN (SELECT number FROM opportunity WHERE source = NEW.name);
        END;
        """

    static let last = "(SELECT coalesce(max(change), 0) FROM passed_on)"

    /// The last change there was, by which somebody who has read can tell whether it still holds.
    static func last(in db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT \(last)")) ?? 0
    }
}
