/// The tables that keep each source fresh, and tell how it stands.
///
/// Moments are seconds since 1970: none of them has to do with a member.
enum HarvestSchema {
    static let tables = """
        -- What the last fetches left behind. `position` is where a feed goes on; `ahead` and `spooled` are how far a
        -- harvest came that has not ended, and how many bytes of its spool belong to that.
        CREATE TABLE harvest_state (
            source TEXT PRIMARY KEY NOT NULL REFERENCES source (name),
            etag TEXT,
            modified TEXT,
            position TEXT,
            reached REAL,
            ahead TEXT,
            spooled INTEGER NOT NULL DEFAULT 0 CHECK (spooled >= 0),
            failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
            problem TEXT CHECK (problem <> ''),
            problem_since TEXT CHECK ((problem IS NULL) = (problem_since IS NULL)),
            held TEXT CHECK (held IN ('waiting', 'refused', 'accepted')),
            held_known INTEGER,
            held_left INTEGER CHECK ((held IS NULL) = (held_left IS NULL))
        ) STRICT;

        -- Who harvests a source, until when at most; with nobody, when it is due again.
        CREATE TABLE turn (
            source TEXT PRIMARY KEY NOT NULL REFERENCES source (name),
            holder TEXT,
            until REAL NOT NULL
        ) STRICT;

        -- Servers that have asked to be left alone for a while, or do not answer.
        CREATE TABLE host (
            name TEXT PRIMARY KEY NOT NULL,
            failures INTEGER NOT NULL CHECK (failures >= 0),
            not_before REAL NOT NULL
        ) STRICT;

        -- How new what we know of a feed's item is, deleted ones too.
        CREATE TABLE feed_item (
            source TEXT NOT NULL REFERENCES source (name),
            item TEXT NOT NULL,
            modified TEXT NOT NULL,
            PRIMARY KEY (source, item)
        ) STRICT, WITHOUT ROWID;

        -- Some of what was refused, so that its provider can find it.
        CREATE TABLE refused_item (
            source TEXT NOT NULL REFERENCES source (name),
            place TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (source, place)
        ) STRICT;

        -- How many there were at the end of each day on which something changed.
        CREATE TABLE harvest_day (
            source TEXT NOT NULL REFERENCES source (name),
            day TEXT NOT NULL,
            live INTEGER NOT NULL CHECK (live >= 0),
            missing INTEGER NOT NULL CHECK (missing >= 0),
            PRIMARY KEY (source, day)
        ) STRICT;

        CREATE TABLE link_check (
            link TEXT PRIMARY KEY NOT NULL,
            checked REAL NOT NULL,
            due REAL NOT NULL,
            dead_since TEXT,
            answer TEXT NOT NULL
        ) STRICT;
        CREATE INDEX link_check_due ON link_check (due);

        CREATE INDEX opportunity_of_organisation ON opportunity (source, organisation);
        """

    /// What each harvest counts and asks, answered without reading an advert.
    static let standing = """
        CREATE INDEX opportunity_standing ON opportunity (source, withdrawn, missing_since);
        CREATE INDEX line_boilerplate ON line (opportunity) WHERE boilerplate = 1;
        """

    /// What a title says of taking part, and where an advert was first published. Full again open is "reopened".
    static let status = """
        ALTER TABLE opportunity ADD COLUMN status TEXT CHECK (status IN ('full', 'cancelled', 'closed'));
        ALTER TABLE opportunity ADD COLUMN origin TEXT;
        CREATE TRIGGER opportunity_open_again AFTER UPDATE OF status ON opportunity
            WHEN NEW.withdrawn IS NULL AND NEW.missing_since IS NULL AND OLD.status IS NOT NULL AND NEW.status IS NULL
                AND EXISTS (SELECT 1 FROM saved_search)
            BEGIN INSERT OR IGNORE INTO reopened VALUES (NEW.number); END;
        """

    /// Which changes have been looked through for links, and the adverts a link stands on.
    static let links = """
        CREATE TABLE link_progress (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            change INTEGER NOT NULL
        ) STRICT;
        INSERT INTO link_progress VALUES (1, 0);
        CREATE INDEX opportunity_link ON opportunity (link) WHERE link IS NOT NULL AND withdrawn IS NULL;
        """
}
