package import Foundation
package import GRDB
package import Storage
package import TextSearch

/// Every opportunity that is known, and the index to search it by: `opportunities.sqlite`.
package struct Catalogue: Sendable {
    package let places: Places
    package let taxonomy: Taxonomy
    let file: DatabasePool
    let world: World
    /// What searches are answered from, kept in memory.
    let snapshots: Snapshots
    /// What the search box suggests.
    let suggested = KeptSuggestions()

    /// - Throws: `RoomFile.Refusal`, or SQLite's own error.
    package init(
        folder: URL, places: Places, taxonomy: Taxonomy, language: Language = Language(), world: World
    ) throws {
        file = try RoomFile.open(folder.appending(path: "opportunities.sqlite"), migrations: Schema.migrations)
        self.places = places
        self.taxonomy = taxonomy
        self.world = world
        snapshots = Snapshots(language: language)
    }

    /// For what only the live connection can tell, such as its durability.
    package var database: DatabasePool { file }

    /// Opportunities that are not withdrawn.
    package func count() async throws -> Int {
        try await file.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM opportunity WHERE withdrawn IS NULL") ?? 0
        }
    }

    /// The causes that something is filed under, the most frequent first.
    package func causes() async throws -> [CauseCount] {
        try await file.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT cause, min(label) AS label, count(*) AS opportunities FROM cause
                    JOIN opportunity ON number = opportunity
                    WHERE withdrawn IS NULL
                    GROUP BY cause ORDER BY opportunities DESC, label
                    """
            ).map { CauseCount(id: $0["cause"], label: $0["label"], opportunities: $0["opportunities"]) }
        }
    }

    package struct CauseCount: Hashable, Sendable {
        package let id: String
        package let label: String
        package let opportunities: Int
    }
}
