import GRDB

/// The tables of `questions.sqlite`.
///
/// No column names an asker, orders them, or tells a time finer than a day; and at release only the month remains.
enum Schema {
    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 desk") { db in try db.execute(sql: desk) }
        migrator.registerMigration("2 batches") { db in try db.execute(sql: batches) }
        migrator.registerMigration("3 tokens") { db in try db.execute(sql: TokenTables.sql) }
        migrator.registerMigration("4 answers") { db in try db.execute(sql: answers) }
        migrator.registerMigration("5 queue") { db in try db.execute(sql: QueueTables.sql) }
        migrator.registerMigration("6 review") { db in try db.execute(sql: review) }
        migrator.registerMigration("7 routing") { db in try db.execute(sql: routing) }
        migrator.registerMigration("8 reserved history") { db in try db.execute(sql: reservedHistory) }
        migrator.registerMigration("9 answers by number") { db in try db.execute(sql: answersByNumber) }
        migrator.registerMigration("10 proposed corrections") { db in try db.execute(sql: proposedCorrections) }
        migrator.registerMigration("11 whole words in the index") { db in try db.execute(sql: wholeWords) }
        return migrator
    }

    private static let desk = """
        CREATE TABLE topic (
            slug TEXT PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
            about TEXT NOT NULL,
            place INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE expert (
            person BLOB PRIMARY KEY CHECK (length(person) = 16),
            headline TEXT NOT NULL,
            about TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE expertise (
            person BLOB NOT NULL REFERENCES expert(person) ON DELETE CASCADE,
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE ON DELETE CASCADE,
            PRIMARY KEY (person, topic)
        ) STRICT, WITHOUT ROWID;

        -- Without rowid and with a random id: the file keeps no order of arrival.
        CREATE TABLE question (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            receipt BLOB NOT NULL UNIQUE CHECK (length(receipt) = 32),
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE,
            text TEXT NOT NULL,
            step TEXT NOT NULL CHECK (step IN ('received', 'with expert', 'answered', 'published', 'declined')),
            received TEXT NOT NULL CHECK (length(received) = CASE WHEN step IN ('published', 'declined') THEN 7 ELSE 10 END),
            version INTEGER NOT NULL DEFAULT 1,
            expert BLOB CHECK ((expert IS NULL) = (step IN ('received', 'declined'))),
            reason TEXT CHECK ((reason IS NULL) = (step <> 'declined'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE redaction (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            start INTEGER NOT NULL CHECK (start >= 0),
            length INTEGER NOT NULL CHECK (length > 0),
            kind TEXT NOT NULL CHECK (kind IN ('name', 'place', 'employer', 'case detail')),
            PRIMARY KEY (question, start)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE answer (
            question BLOB NOT NULL REFERENCES question(id) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            text TEXT NOT NULL,
            PRIMARY KEY (question, expert)
        ) STRICT, WITHOUT ROWID;

        -- What everybody may read. Numbers of a month lie close together, because FTS5 keeps distances; chance deals them.
        CREATE TABLE published (
            number INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
            topic TEXT NOT NULL REFERENCES topic(slug) ON UPDATE CASCADE,
            text TEXT NOT NULL,
            month TEXT NOT NULL CHECK (length(month) = 7)
        ) STRICT;
        CREATE INDEX published_by_topic ON published(topic, month);
        CREATE INDEX published_by_month ON published(month);

        CREATE TABLE published_answer (
            question INTEGER NOT NULL REFERENCES published(number) ON DELETE CASCADE,
            expert BLOB NOT NULL CHECK (length(expert) = 16),
            text TEXT NOT NULL,
            PRIMARY KEY (question, expert)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE published_words USING fts5(question, answer, tokenize = 'porter unicode61');

        -- Decisions of staff, never of askers.
        CREATE TABLE decision (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            question BLOB NOT NULL,
            version INTEGER NOT NULL,
            day TEXT NOT NULL CHECK (length(day) IN (7, 10)),
            person BLOB NOT NULL CHECK (length(person) = 16),
            act TEXT NOT NULL,
            note TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX decision_by_question ON decision(question, version);
        CREATE INDEX decision_by_day ON decision(day);

        CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN
            SELECT RAISE(ABORT, 'the history of decisions is append-only');
        END;
        -- REPLACE would remove the earlier line without asking the trigger above.
        CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
        WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'the history of decisions is append-only');
        END;
        -- The one change allowed is to forget the day and keep the month.
        CREATE TRIGGER decision_stands BEFORE UPDATE ON decision
        WHEN NEW.id <> OLD.id OR NEW.question <> OLD.question OR NEW.version <> OLD.version OR NEW.person <> OLD.person
            OR NEW.act <> OLD.act OR NEW.note <> OLD.note OR NEW.day <> substr(OLD.day, 1, 7) BEGIN
            SELECT RAISE(ABORT, 'the history of decisions is append-only');
        END;
        """
}
