import GRDB

/// The tables that say which adverts are one opportunity.
///
/// Nothing of an advert changes by it, so what is passed on stays as its source sent it. All of it can be made again but
/// `parted`, which is why that names adverts by their source and its own id.
enum CardTables {
    static let sql = """
        -- Adverts that are new or have changed; first their keys are made, then they are compared, since how many share
        -- a key has to be known by then.
        CREATE TABLE card_unkeyed (opportunity INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE card_due (opportunity INTEGER PRIMARY KEY) STRICT;
        INSERT INTO card_unkeyed SELECT number FROM opportunity WHERE withdrawn IS NULL;

        -- Only adverts that share a key are compared.
        CREATE TABLE card_key (
            key INTEGER NOT NULL,
            opportunity INTEGER NOT NULL,
            PRIMARY KEY (key, opportunity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX card_key_of ON card_key (opportunity);

        -- Adverts that are one opportunity, under the lowest of their numbers. `likened` is the one it is most like, and
        -- `reason` why it is the same.
        CREATE TABLE card (
            opportunity INTEGER PRIMARY KEY,
            card INTEGER NOT NULL CHECK (card <= opportunity),
            likened INTEGER NOT NULL CHECK (likened <> opportunity),
            reason TEXT NOT NULL CHECK (reason <> '')
        ) STRICT;
        CREATE INDEX card_of ON card (card, opportunity);

        -- What an administrator said is not the same.
        CREATE TABLE parted (
            source TEXT NOT NULL,
            provider_id TEXT NOT NULL,
            other_source TEXT NOT NULL,
            other_provider_id TEXT NOT NULL,
            PRIMARY KEY (source, provider_id, other_source, other_provider_id)
        ) STRICT;
        CREATE INDEX parted_from ON parted (other_source, other_provider_id);

        CREATE TRIGGER card_advert_added AFTER INSERT ON opportunity BEGIN
            INSERT INTO card_unkeyed VALUES (NEW.number);
        END;
        CREATE TRIGGER card_advert_changed AFTER UPDATE OF fingerprint, withdrawn ON opportunity
            WHEN OLD.fingerprint <> NEW.fingerprint OR (OLD.withdrawn IS NULL) <> (NEW.withdrawn IS NULL)
        BEGIN
            INSERT INTO card_unkeyed SELECT NEW.number
                WHERE NOT EXISTS (SELECT 1 FROM card_unkeyed WHERE opportunity = NEW.number);
        END;
        CREATE TRIGGER card_advert_removed AFTER DELETE ON opportunity BEGIN
            DELETE FROM card_unkeyed WHERE opportunity = OLD.number;
            DELETE FROM card_due WHERE opportunity = OLD.number;
            DELETE FROM card_key WHERE opportunity = OLD.number;
            INSERT INTO card_unkeyed SELECT opportunity FROM card AS other
                WHERE card = (SELECT card FROM card WHERE opportunity = OLD.number) AND opportunity <> OLD.number
                AND NOT EXISTS (SELECT 1 FROM card_unkeyed WHERE opportunity = other.opportunity);
            DELETE FROM card WHERE opportunity = OLD.number;
        END;

        -- Searches show cards, from what they keep in memory.
        CREATE TRIGGER card_added AFTER INSERT ON card BEGIN UPDATE generation SET number = number + 1; END;
        CREATE TRIGGER card_removed AFTER DELETE ON card BEGIN UPDATE generation SET number = number + 1; END;
        CREATE TRIGGER parted_added AFTER INSERT ON parted BEGIN UPDATE generation SET number = number + 1; END;
        CREATE TRIGGER parted_removed AFTER DELETE ON parted BEGIN UPDATE generation SET number = number + 1; END;
        """

    /// Beside each key whose its advert is and where, and beside each card what was looked at with it.
    /// All of it is made anew at the next harvest.
    static let kin = """
        DELETE FROM card_key;
        ALTER TABLE card_key ADD COLUMN sign INTEGER NOT NULL DEFAULT 0;

        -- `kin` is the lowest number of those that were looked at together.
        CREATE TABLE card_kin (
            opportunity INTEGER PRIMARY KEY,
            kin INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX card_kin_of ON card_kin (kin, opportunity);
        INSERT INTO card_kin SELECT opportunity, card FROM card;
        INSERT INTO card_unkeyed SELECT number FROM opportunity
            WHERE withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM card_unkeyed WHERE card_unkeyed.opportunity = number);

        DROP TRIGGER card_advert_removed;
        CREATE TRIGGER card_advert_removed AFTER DELETE ON opportunity BEGIN
            DELETE FROM card_unkeyed WHERE opportunity = OLD.number;
            DELETE FROM card_due WHERE opportunity = OLD.number;
            DELETE FROM card_key WHERE opportunity = OLD.number;
            INSERT INTO card_unkeyed SELECT opportunity FROM card_kin AS other
                WHERE kin = (SELECT kin FROM card_kin WHERE opportunity = OLD.number) AND opportunity <> OLD.number
                AND NOT EXISTS (SELECT 1 FROM card_unkeyed WHERE opportunity = other.opportunity);
            DELETE FROM card_kin WHERE opportunity = OLD.number;
            DELETE FROM card WHERE opportunity = OLD.number;
        END;
        """

    static let makeDue =
        "INSERT INTO card_due SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM card_due WHERE opportunity = ?1)"

    static func numbers(in table: String, after number: Int, most: Int, _ db: Database) throws -> [Int] {
        try Int.fetchAll(
            db, sql: "SELECT opportunity FROM \(table) WHERE opportunity > ? ORDER BY opportunity LIMIT ?",
            arguments: [number, most])
    }
}
