/// The parts of an opportunity, each table one tree in the order of the opportunities, and no index that only a search
/// needed before searches were answered from memory: a harvest writes half as many pages.
enum PartTables {
    static let sql = """
        DROP INDEX opportunity_newest;
        \(table(
            "whereabouts",
            """
            position INTEGER NOT NULL,
            address TEXT NOT NULL,
            surroundings TEXT,
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            PRIMARY KEY (opportunity, position),
            CHECK ((latitude IS NULL) = (longitude IS NULL)),
            CHECK (latitude <> 0 OR longitude <> 0)
            """))
        \(table(
            "session",
            """
            position INTEGER NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT CHECK (ends >= starts),
            PRIMARY KEY (opportunity, position)
            """))
        -- weekday 0 and part '' are "not said".
        \(table(
            "slot",
            """
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7),
            part TEXT NOT NULL CHECK (part IN ('', 'morning', 'afternoon', 'evening')),
            PRIMARY KEY (opportunity, weekday, part)
            """))
        \(table(
            "cause",
            """
            cause TEXT NOT NULL,
            label TEXT NOT NULL,
            inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
            PRIMARY KEY (opportunity, cause)
            """))
        \(table(
            "line",
            """
            kind TEXT NOT NULL CHECK (kind IN ('needs', 'gains', 'requirement')),
            position INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (text <> ''),
            boilerplate INTEGER NOT NULL CHECK (boilerplate IN (0, 1)),
            PRIMARY KEY (opportunity, kind, position)
            """))
        CREATE INDEX line_boilerplate ON line (opportunity) WHERE boilerplate = 1;
        """

    /// Makes a table anew without rows' numbers, with what is in it; its indexes go with the old one.
    private static func table(_ name: String, _ columns: String) -> String {
        """
        CREATE TEMP TABLE kept AS SELECT * FROM main.\(name);
        DROP TABLE main.\(name);
        CREATE TABLE \(name) (
            opportunity INTEGER NOT NULL REFERENCES opportunity (number),
            \(columns)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO \(name) SELECT * FROM kept ORDER BY opportunity;
        DROP TABLE temp.kept;
        """
    }
}
