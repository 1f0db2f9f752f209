import GRDB

/// What has to be noted of each new opportunity – that something changed, in which order, that it may be on a card –
/// noted once for all that one transaction of a harvest adds.
///
/// For whoever else adds one a trigger does the same, which takes SQLite as long as the whole row with all its indexes.
struct AddedTogether {
    let db: Database
    /// The highest number before.
    private let last: Int

    static let sql = """
        -- The highest number before those that a harvest is adding within its own transaction; else nothing.
        CREATE TABLE adding (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            after INTEGER
        ) STRICT;
        INSERT INTO adding VALUES (1, NULL);

        DROP TRIGGER opportunity_added;
        DROP TRIGGER passed_on_added;
        DROP TRIGGER card_advert_added;
        CREATE TRIGGER opportunity_added AFTER INSERT ON opportunity WHEN (SELECT after FROM adding) IS NULL BEGIN
            UPDATE generation SET number = number + 1;
            INSERT INTO passed_on (opportunity) VALUES (NEW.number);
            DELETE FROM passed_on WHERE gone = NEW.id;
            INSERT INTO card_unkeyed VALUES (NEW.number);
        END;
        """

    /// Before the first is added.
    init(after last: Int, in db: Database) throws {
        self.db = db
        self.last = last
        try db.cachedStatement(sql: "UPDATE adding SET after = ?").execute(arguments: [last])
    }

    /// Before the transaction ends.
    func note() throws {
        for sql in [
            "UPDATE generation SET number = number + (SELECT count(*) FROM opportunity WHERE number > ?)",
            "INSERT INTO passed_on (opportunity) SELECT number FROM opportunity WHERE number > ? ORDER BY number",
            """
            DELETE FROM passed_on WHERE gone IS NOT NULL AND gone IN (SELECT id FROM opportunity WHERE number > ?)
            """,
            "INSERT INTO card_unkeyed SELECT number FROM opportunity WHERE number > ? ORDER BY number",
        ] {
            try db.cachedStatement(sql: sql).execute(arguments: [last])
        }
        try db.cachedStatement(sql: "UPDATE adding SET after = NULL").execute()
    }
}
