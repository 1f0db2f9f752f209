/// What members keep for themselves: their shortlist, their searches, and what is new in those.
///
/// No cache, unlike all else in this file: it can be rebuilt from nowhere. A member is an id, as in every room.
enum SavedTables {
    static let shortlist = """
        -- An advert as it was when it was saved, so that it stays readable; it refers to no row that could go.
        CREATE TABLE shortlisted (
            member BLOB NOT NULL CHECK (length(member) = 16),
            opportunity BLOB NOT NULL CHECK (length(opportunity) = 16),
            -- What the act of beginning a reflection is sent under: pressed twice, it begins one.
            sending BLOB NOT NULL UNIQUE CHECK (length(sending) = 16),
            saved TEXT NOT NULL CHECK (length(saved) = 10),
            pursuit TEXT NOT NULL CHECK (pursuit IN ('saved', 'applied', 'answered', 'unanswered', 'done', 'let go')),
            since TEXT CHECK (length(since) = 10),
            hours REAL CHECK (hours > 0),
            reflected TEXT CHECK (length(reflected) = 10),
            title TEXT NOT NULL,
            organisation TEXT,
            description TEXT NOT NULL,
            link TEXT,
            commitment TEXT,
            source TEXT NOT NULL,
            attribution TEXT NOT NULL,
            PRIMARY KEY (member, opportunity),
            CHECK ((pursuit = 'saved') = (since IS NULL)),
            CHECK ((pursuit = 'done') = (hours IS NOT NULL))
        ) STRICT;

        CREATE TABLE shortlisted_line (
            member BLOB NOT NULL,
            opportunity BLOB NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('place', 'time', 'needs', 'gains', 'requirement', 'cause')),
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (member, opportunity, kind, position),
            FOREIGN KEY (member, opportunity) REFERENCES shortlisted (member, opportunity) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    static let searches = """
        CREATE TABLE saved_search (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            member BLOB NOT NULL CHECK (length(member) = 16),
            title TEXT NOT NULL CHECK (title <> ''),
            -- Its parameters, as JSON with sorted names.
            query TEXT NOT NULL,
            saved TEXT NOT NULL CHECK (length(saved) = 10),
            -- The last change it was evaluated after, and the highest number of an opportunity then.
            evaluated INTEGER NOT NULL,
            newest INTEGER NOT NULL,
            -- Alerts beyond those that are kept.
            beyond INTEGER NOT NULL DEFAULT 0,
            UNIQUE (member, query)
        ) STRICT;

        -- The latest for each opportunity, with its name, so that it says what it was about when that is gone.
        CREATE TABLE alert (
            search BLOB NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
            opportunity BLOB NOT NULL CHECK (length(opportunity) = 16),
            kind TEXT NOT NULL CHECK (kind IN ('new', 'date added', 'reopened')),
            -- The first of the dates that were added.
            date TEXT CHECK ((date IS NOT NULL) = (kind = 'date added')),
            title TEXT NOT NULL,
            organisation TEXT,
            why TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10),
            -- Whether its member's mail has been queued since.
            told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
            PRIMARY KEY (search, opportunity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alert_untold ON alert (told) WHERE told = 0;
        """

    /// What the rows themselves no longer tell once they have changed, kept until the searches were evaluated, and only
    /// while there are any. Triggers, so that whichever process harvests, and however, is heard.
    static let happenings = """
        CREATE TABLE reopened (opportunity INTEGER PRIMARY KEY) STRICT;
        CREATE TRIGGER opportunity_reopened AFTER UPDATE ON opportunity
            WHEN NEW.withdrawn IS NULL AND NEW.missing_since IS NULL
                AND (OLD.withdrawn IS NOT NULL OR OLD.missing_since IS NOT NULL)
                AND EXISTS (SELECT 1 FROM saved_search)
            BEGIN INSERT OR IGNORE INTO reopened VALUES (NEW.number); END;

        -- The dates an advert had before it was first rewritten: what it has now besides is added. The row itself is
        -- written before its dates are, which is when this hears of it; dates that come with a new advert cost nothing.
        CREATE TABLE rewritten (opportunity INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE former_session (
            opportunity INTEGER NOT NULL,
            starts TEXT NOT NULL,
            PRIMARY KEY (opportunity, starts)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER opportunity_rewritten AFTER UPDATE OF fingerprint ON opportunity
            WHEN EXISTS (SELECT 1 FROM saved_search)
                AND NOT EXISTS (SELECT 1 FROM rewritten WHERE opportunity = NEW.number)
        BEGIN
            INSERT INTO rewritten VALUES (NEW.number);
            INSERT OR IGNORE INTO former_session SELECT opportunity, starts FROM session WHERE opportunity = NEW.number;
        END;
        """
}
