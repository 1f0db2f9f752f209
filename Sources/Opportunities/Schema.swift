import GRDB
import TextSearch

/// The tables of `opportunities.sqlite`.
///
/// All of it is a cache of the sources but for the days on which something was first seen, changed or missed, and for
/// what members saved.
enum Schema {
    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sources, opportunities and their index") { db in
            try db.execute(sql: sources)
            try db.execute(sql: opportunities)
            try db.execute(sql: parts)
            try db.execute(sql: index)
        }
        migrator.registerMigration("2 generation of what is kept in memory") { db in
            try db.execute(sql: generation)
        }
        migrator.registerMigration("3 whole words in the index") { db in
            try db.execute(sql: wholeWords)
        }
        migrator.registerMigration("4 order of changes, for followers") { db in
            try db.execute(sql: OrderOfChanges.sql)
        }
        migrator.registerMigration("5 what members saved") { db in
            try db.execute(sql: SavedTables.shortlist)
            try db.execute(sql: SavedTables.searches)
            try db.execute(sql: SavedTables.happenings)
        }
        migrator.registerMigration("6 how each source stands") { db in
            try db.execute(sql: HarvestSchema.tables)
        }
        migrator.registerMigration("7 how many of a source stand, by index") { db in
            try db.execute(sql: HarvestSchema.standing)
        }
        migrator.registerMigration("8 statuses, origins and links by index") { db in
            try db.execute(sql: HarvestSchema.status)
            try db.execute(sql: HarvestSchema.links)
        }
        migrator.registerMigration("9 adverts that are one opportunity") { db in
            try db.execute(sql: CardTables.sql)
        }
        migrator.registerMigration("10 adverts that were looked at together") { db in
            try db.execute(sql: CardTables.kin)
            try db.execute(sql: Settling.sql)
            try db.execute(sql: AddedTogether.sql)
        }
        migrator.registerMigration("11 parts in the order of the opportunities") { db in
            try db.execute(sql: PartTables.sql)
        }
        return migrator
    }

    private static let sources = """
        CREATE TABLE source (
            name TEXT PRIMARY KEY NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
            title TEXT NOT NULL,
            format TEXT NOT NULL,
            location TEXT NOT NULL,
            licence TEXT NOT NULL,
            attribution TEXT NOT NULL,
            last_good_harvest TEXT,
            rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
            rows_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (rows_withdrawn >= 0)
        ) STRICT;

        CREATE TABLE tally (
            source TEXT NOT NULL REFERENCES source (name),
            kind TEXT NOT NULL CHECK (kind IN ('defect', 'refusal')),
            reason TEXT NOT NULL,
            times INTEGER NOT NULL CHECK (times > 0),
            PRIMARY KEY (source, kind, reason)
        ) STRICT;
        """

    /// `number` is small so that the index stays small: random 63-bit ones make it 3.4 times larger.
    private static let opportunities = """
        CREATE TABLE opportunity (
            number INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
            source TEXT NOT NULL REFERENCES source (name),
            provider_id TEXT NOT NULL CHECK (provider_id <> ''),
            fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
            title TEXT NOT NULL CHECK (title <> ''),
            organisation TEXT CHECK (organisation <> ''),
            description TEXT NOT NULL,
            link TEXT CHECK (link LIKE 'http://%' OR link LIKE 'https://%'),
            remote INTEGER NOT NULL CHECK (remote IN (0, 1)),
            paid_research INTEGER NOT NULL CHECK (paid_research IN (0, 1)),
            starts TEXT,
            ends TEXT CHECK (ends < '2041'),
            hours_least REAL CHECK (hours_least > 0),
            hours_most REAL CHECK (hours_most >= hours_least),
            hours_said TEXT CHECK ((hours_said IS NULL) = (hours_least IS NULL)),
            pays_expenses INTEGER CHECK (pays_expenses IN (0, 1)),
            needs_check INTEGER CHECK (needs_check IN (0, 1)),
            needs_references INTEGER CHECK (needs_references IN (0, 1)),
            step_free INTEGER CHECK (step_free IN (0, 1)),
            minimum_age INTEGER CHECK (minimum_age BETWEEN 0 AND 120),
            quality REAL NOT NULL CHECK (quality BETWEEN 0 AND 1),
            first_seen TEXT NOT NULL,
            changed TEXT NOT NULL CHECK (changed >= first_seen),
            missing_since TEXT,
            last_confirmed TEXT CHECK ((last_confirmed IS NULL) = (missing_since IS NULL)),
            withdrawn TEXT,
            UNIQUE (source, provider_id)
        ) STRICT;
        CREATE INDEX opportunity_newest ON opportunity (withdrawn, first_seen DESC, number);
        """

    private static let parts = """
        CREATE TABLE whereabouts (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            position INTEGER NOT NULL,
            address TEXT NOT NULL,
            surroundings TEXT,
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            PRIMARY KEY (opportunity, position),
            CHECK ((latitude IS NULL) = (longitude IS NULL)),
            CHECK (latitude <> 0 OR longitude <> 0)
        ) STRICT;
        CREATE INDEX whereabouts_on_earth ON whereabouts (latitude, longitude, opportunity);

        CREATE TABLE session (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            position INTEGER NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT CHECK (ends >= starts),
            PRIMARY KEY (opportunity, position)
        ) STRICT;
        CREATE INDEX session_next ON session (opportunity, starts);

        -- weekday 0 and part '' are "not said".
        CREATE TABLE slot (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7),
            part TEXT NOT NULL CHECK (part IN ('', 'morning', 'afternoon', 'evening')),
            PRIMARY KEY (opportunity, weekday, part)
        ) STRICT;

        CREATE TABLE cause (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            cause TEXT NOT NULL,
            label TEXT NOT NULL,
            inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
            PRIMARY KEY (opportunity, cause)
        ) STRICT;
        CREATE INDEX cause_of ON cause (cause, opportunity);

        CREATE TABLE line (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            kind TEXT NOT NULL CHECK (kind IN ('needs', 'gains', 'requirement')),
            position INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (text <> ''),
            boilerplate INTEGER NOT NULL CHECK (boilerplate IN (0, 1)),
            PRIMARY KEY (opportunity, kind, position)
        ) STRICT;
        """

    /// One row for each opportunity that is not withdrawn, under its number.
    ///
    /// `word` holds the words as they are written, in two rows or more, for the spelling of what is typed: the index
    /// itself knows only stems.
    private static let index = """
        CREATE VIRTUAL TABLE searchable USING fts5(
            title, organisation, gains, needs, causes, place, text,
            tokenize = 'porter unicode61 remove_diacritics 2'
        );

        CREATE TABLE word (
            word TEXT PRIMARY KEY NOT NULL,
            letters INTEGER NOT NULL CHECK (letters >= 4),
            opportunities INTEGER NOT NULL CHECK (opportunities >= 2)
        ) STRICT;
        CREATE INDEX word_of_length ON word (letters, word, opportunities);
        """

    /// One number that every change of an opportunity raises, whichever process makes it. The parts of an opportunity
    /// change with its row alone.
    private static let generation = """
        CREATE TABLE generation (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            number INTEGER NOT NULL
        ) STRICT;
        INSERT INTO generation VALUES (1, 1);
        CREATE TRIGGER opportunity_added AFTER INSERT ON opportunity
            BEGIN UPDATE generation SET number = number + 1; END;
        CREATE TRIGGER opportunity_changed AFTER UPDATE ON opportunity
            BEGIN UPDATE generation SET number = number + 1; END;
        CREATE TRIGGER opportunity_removed AFTER DELETE ON opportunity
            BEGIN UPDATE generation SET number = number + 1; END;
        """

    /// The ranker stems words itself, and needs to know which form stands where.
    private static let wholeWords = """
        ALTER TABLE searchable RENAME TO stemmed;
        CREATE VIRTUAL TABLE searchable USING fts5(
            title, organisation, gains, needs, causes, place, text,
            tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO searchable (rowid, title, organisation, gains, needs, causes, place, text)
            SELECT rowid, title, organisation, gains, needs, causes, place, text FROM stemmed;
        DROP TABLE stemmed;
        \(SearchIndex.vocabulary(of: "searchable"))
        DROP TABLE word;
        """
}
