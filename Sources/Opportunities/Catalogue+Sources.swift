import GRDB
package import Storage

extension Catalogue {
    /// Adds a source, or puts another in the place of the one with the same name; what was harvested stays.
    package func add(_ source: Source) async throws {
        try await file.write { db in
            let columns: [(any DatabaseValueConvertible)?] = [
                source.title, source.format.rawValue, source.location, source.licence, source.attribution, source.name,
            ]
            try db.execute(
                sql: """
                    UPDATE source SET title = ?, format = ?, location = ?, licence = ?, attribution = ? WHERE name = ?
                    """, arguments: StatementArguments(columns))
            guard db.changesCount == 0 else { return }
            try db.execute(
                sql: """
                    INSERT INTO source (title, format, location, licence, attribution, name) VALUES (?, ?, ?, ?, ?, ?)
                    """, arguments: StatementArguments(columns))
        }
    }

    package func sources() async throws -> [Source] {
        try await file.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY name").compactMap(Source.init(row:))
        }
    }

    /// What is known about a source; nil when there is none of that name.
    package func report(_ name: String) async throws -> Report? {
        let today = world.today
        return try await file.read { db in
            guard
                let row = try Row.fetchOne(db, sql: "SELECT * FROM source WHERE name = ?", arguments: [name]),
                let source = Source(row: row)
            else { return nil }
            let kept = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE withdrawn IS NULL) AS live,
                        count(*) FILTER (WHERE withdrawn IS NULL AND missing_since IS NOT NULL) AS missing,
                        count(*) FILTER (WHERE withdrawn IS NULL AND starts IS NULL AND ends IS NULL) AS dateless,
                        count(*) FILTER (WHERE withdrawn IS NULL AND remote = 0 AND NOT EXISTS (
                            SELECT 1 FROM whereabouts WHERE opportunity = number AND latitude IS NOT NULL)) AS placeless,
                        max(changed) AS changed
                    FROM opportunity WHERE source = ?
                    """, arguments: [name])
            let tallies = try Row.fetchAll(
                db, sql: "SELECT kind, reason, times FROM tally WHERE source = ? ORDER BY times DESC, reason",
                arguments: [name])
            let state = try HarvestState(db, name)
            let refused = try Row.fetchAll(
                db, sql: "SELECT place, reason FROM refused_item WHERE source = ? ORDER BY reason, place",
                arguments: [name])
            return Report(
                source: source, problem: state.problem, held: state.held,
                refused: refused.map { ($0["place"], $0["reason"]) },
                days: try HarvestDay.last90(of: name, until: today, db),
                repeats: try Int.fetchOne(
                    db,
                    sql: """
                        SELECT coalesce(sum(times - 1), 0) FROM (SELECT count(*) AS times FROM opportunity
                            WHERE source = ? AND withdrawn IS NULL GROUP BY title, organisation)
                        """, arguments: [name]) ?? 0,
                deadLinks: try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM opportunity JOIN link_check USING (link)
                        WHERE source = ? AND withdrawn IS NULL AND dead_since IS NOT NULL
                        """, arguments: [name]) ?? 0, lastGoodHarvest: row["last_good_harvest"],
                lastChange: kept?["changed"],
                read: row["rows_read"], live: kept?["live"] ?? 0, withdrawn: row["rows_withdrawn"],
                notConfirmed: kept?["missing"] ?? 0, withoutPlace: kept?["placeless"] ?? 0,
                withoutDate: kept?["dateless"] ?? 0,
                refusals: tallies.filter { $0["kind"] == "refusal" }.map { ($0["reason"], $0["times"]) },
                defects: tallies.filter { $0["kind"] == "defect" }.compactMap { row in
                    Defect(rawValue: row["reason"]).map { ($0, row["times"]) }
                })
        }
    }

    package struct Report: Sendable {
        package let source: Source
        /// Why the last harvest came to nothing; nil where it did not.
        package let problem: String?
        /// What a person has to decide, or has decided.
        package let held: HarvestState.Held?
        /// Some of the items that were refused: where each stands, and why.
        package let refused: [(place: String, reason: String)]
        /// The last 90 days, today last; empty before the first harvest.
        package let days: [HarvestDay]
        /// Live, with the title and the organisation of another.
        package let repeats: Int
        /// Live, with a link whose server says that it leads nowhere.
        package let deadLinks: Int
        /// Nil before the first harvest.
        package let lastGoodHarvest: Day?
        package let lastChange: Day?
        /// Items in the last good harvest's file.
        package let read: Int
        /// In the catalogue now.
        package let live: Int
        /// Items in that file which the source says are over.
        package let withdrawn: Int
        /// Live, but no longer in the file.
        package let notConfirmed: Int
        /// Not remote, and nowhere on the map.
        package let withoutPlace: Int
        package let withoutDate: Int
        /// Of the last good harvest, the most frequent first.
        package let refusals: [(reason: String, times: Int)]
        package let defects: [(defect: Defect, times: Int)]
    }
}

extension Source {
    /// Nil for a format this program does not know; the schema holds nothing else that could be wrong.
    init?(row: Row) {
        try? self.init(
            name: row["name"], title: row["title"], format: row["format"], location: row["location"],
            licence: row["licence"], attribution: row["attribution"])
    }
}
