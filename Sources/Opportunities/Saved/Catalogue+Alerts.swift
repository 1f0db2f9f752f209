import GRDB
import Storage

extension Catalogue {
    /// Tells each saved search what it finds since it was last evaluated: what is new, has a date added, or is open
    /// again. Costs one look-up while nothing has changed; run again, it does nothing.
    ///
    /// Matching reads beside everything else; only what was found is written, in one short transaction. What changes
    /// meanwhile waits for the next round, as does everything while a large index is being read anew.
    package func evaluateSavedSearches() async throws {
        let today = world.today
        let evaluated = try await file.read { db -> [Evaluated]? in
            let last = try Int.fetchOne(db, sql: "SELECT \(OrderOfChanges.last)") ?? 0
            let due = try Row.fetchAll(
                db, sql: "SELECT * FROM saved_search WHERE evaluated < ? ORDER BY id", arguments: [last])
            guard !due.isEmpty else { return nil }
            let snapshot = try snapshots.snapshot(in: db, day: today, of: file)
            guard try snapshot.generation == Snapshot.generation(db) else { return nil }
            let newest = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) FROM opportunity") ?? 0
            var changes: [Int: Happenings] = [:]
            return try due.map { row in
                let since: Int = row["evaluated"]
                let happenings = try changes[since] ?? Happenings(since: since, snapshot, db)
                changes[since] = happenings
                return Evaluated(
                    id: row["id"], before: since, until: last, newest: newest,
                    found: try search(row, happenings, snapshot, db))
            }
        }
        guard let evaluated, let last = evaluated.first?.until else { return }
        try await file.write { db in
            for search in evaluated { try search.store(db) }
            for table in ["reopened", "rewritten", "former_session"] {
                try db.execute(
                    sql: """
                        DELETE FROM \(table) WHERE opportunity NOT IN (
                            SELECT opportunity FROM passed_on WHERE change > ? AND opportunity IS NOT NULL)
                        """, arguments: [last])
            }
        }
    }

    /// Alerts that nobody read are forgotten after a while.
    package func forgetOldAlerts() async throws {
        let day = world.today + -Alert.keptFor
        try await file.write { db in try db.execute(sql: "DELETE FROM alert WHERE day < ?", arguments: [day]) }
    }

    private func search(
        _ row: Row, _ happenings: Happenings, _ snapshot: Snapshot, _ db: Database
    ) throws -> (alerts: [Alert], beyond: Int) {
        let parameters = try StoredQuery.parameters(row["query"])
        // A place or word that a newer list no longer knows finds nothing; the search stands on its member's page.
        guard let search = try? Search(parameters, places: places, taxonomy: taxonomy) else { return ([], 0) }
        let matching = try Matches(search, happenings, since: row["newest"], snapshot, db)
        let alerts = try matching.alerts(most: Alert.mostKept, on: snapshot.day)
        return (alerts, matching.count - alerts.count)
    }
}

/// What came of one search.
private struct Evaluated {
    let id: ID<SavedSearch>
    let before: Int
    let until: Int
    let newest: Int
    let found: (alerts: [Alert], beyond: Int)

    /// Nothing where another round was quicker, or the search was removed meanwhile.
    func store(_ db: Database) throws {
        try db.execute(
            sql:
                "UPDATE saved_search SET evaluated = ?, newest = ?, beyond = beyond + ? WHERE id = ? AND evaluated = ?",
            arguments: [until, newest, found.beyond, id, before])
        guard db.changesCount > 0 else { return }
        for alert in found.alerts { try alert.store(id, db) }
        // The latest are kept.
        try db.execute(
            sql: """
                DELETE FROM alert WHERE search = ? AND opportunity NOT IN (
                    SELECT opportunity FROM alert WHERE search = ? ORDER BY day DESC, opportunity LIMIT ?)
                """, arguments: [id, id, Alert.mostKept])
        try db.execute(
            sql: "UPDATE saved_search SET beyond = beyond + ? WHERE id = ?", arguments: [db.changesCount, id])
    }
}
