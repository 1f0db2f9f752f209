import GRDB
package import Storage

extension Catalogue {
    package static let mostSearches = 30

    /// Saves a search; the same one again does nothing. What it finds today is no news: alerts begin with the next change.
    /// - Throws: `Invalid` with a sentence, where it asks nothing or there is no room for more.
    package func save(_ search: Search, of member: PersonID) async throws {
        guard let title = search.title else {
            throw Invalid("search", "Ask for something first: everything that is new would be too much to tell you of.")
        }
        let (id, today, query) = (world.id(of: SavedSearch.self), world.today, try StoredQuery.text(search.lasting))
        try await file.write { db in
            let known = try Row.fetchAll(
                db, sql: "SELECT query FROM saved_search WHERE member = ?", arguments: [member]
            ).map { $0["query"] as String }
            guard !known.contains(query) else { return }
            guard known.count < Self.mostSearches else {
                throw Invalid(
                    "search",
                    "You have \(known.count) saved searches, which is as many as there is room for. Remove one first.")
            }
            try db.execute(
                sql: """
                    INSERT INTO saved_search (id, member, title, query, saved, evaluated, newest)
                    VALUES (?, ?, ?, ?, ?, \(OrderOfChanges.last), (SELECT coalesce(max(number), 0) FROM opportunity))
                    """, arguments: [id, member, title, query, today])
        }
    }

    /// A member's searches with what is new in them, those with news first.
    package func savedSearches(of member: PersonID) async throws -> [SavedSearch] {
        try await file.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM saved_search WHERE member = ? ORDER BY saved DESC, title, id",
                arguments: [member])
            let searches = try rows.map { row in
                let alerts = try Row.fetchAll(
                    db, sql: "SELECT * FROM alert WHERE search = ? ORDER BY day DESC, title, opportunity",
                    arguments: [row["id"] as ID<SavedSearch>])
                return SavedSearch(
                    id: row["id"], title: row["title"], parameters: try StoredQuery.parameters(row["query"]),
                    saved: row["saved"], alerts: alerts.compactMap(Alert.init), beyond: row["beyond"])
            }
            return searches.filter { !$0.alerts.isEmpty } + searches.filter(\.alerts.isEmpty)
        }
    }

    /// Again does nothing; neither does somebody else's search.
    package func remove(_ search: ID<SavedSearch>, of member: PersonID) async throws {
        try await file.write { db in
            try db.execute(sql: "DELETE FROM saved_search WHERE id = ? AND member = ?", arguments: [search, member])
        }
    }

    /// Takes away what a search said was new, once it was read.
    package func clearAlerts(of search: ID<SavedSearch>, of member: PersonID) async throws {
        try await file.write { db in
            try db.execute(
                sql: "UPDATE saved_search SET beyond = 0 WHERE id = ? AND member = ?", arguments: [search, member])
            guard db.changesCount > 0 else { return }
            try db.execute(sql: "DELETE FROM alert WHERE search = ?", arguments: [search])
        }
    }

    /// Members in whose searches something is new of which no mail has gone.
    package func membersWithNews() async throws -> [PersonID] {
        try await file.read { db in
            try PersonID.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT member FROM saved_search JOIN alert ON alert.search = saved_search.id
                    WHERE told = 0 ORDER BY member
                    """)
        }
    }

    /// Their mail is in the outbox.
    package func noteTold(_ members: [PersonID]) async throws {
        try await file.write { db in
            for member in members {
                try db.execute(
                    sql: """
                        UPDATE alert SET told = 1
                        WHERE told = 0 AND search IN (SELECT id FROM saved_search WHERE member = ?)
                        """, arguments: [member])
            }
        }
    }
}
