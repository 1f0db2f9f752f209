package import Foundation
package import GRDB
package import Storage
package import TextSearch

/// Every opportunity that is known, and the index to search it by: `opportunities.sqlite`.
package struct Catalogue: Sendable {
    package let places: Places
    package let taxonomy: Taxonomy
    /// Where visitors reach this catalogue; nil where nobody can.
    let address: String?
    let file: DatabasePool
    let world: World
    /// What searches are answered from, kept in memory.
    let snapshots: Snapshots
    /// Where what was fetched waits to be read.
    let spools: Spools
    /// What this process found unchanged.
    let confirmations = Confirmations()
    /// What the search box suggests.
    let suggested = KeptSuggestions()

    /// - Throws: `RoomFile.Refusal`, or SQLite's own error.
    package init(
        folder: URL, places: Places, taxonomy: Taxonomy, language: Language = Language(), world: World,
        address: String? = nil
    ) throws {
        file = try RoomFile.open(folder.appending(path: "opportunities.sqlite"), migrations: Schema.migrations)
        // A harvest writes to many places of the file in each transaction: with 2 MB it would read and write most of them
        // again and again, and copy them from the log each time. A log that is cut off once it was copied grows again
        // without being read: its frames lie across the disk's blocks. What SQLite keeps to undo a single row's triggers
        // would be half of all that is written.
        try file.barrierWriteWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA cache_size = -65536;
                    PRAGMA wal_autocheckpoint = 8192;
                    PRAGMA journal_size_limit = 0;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        spools = Spools(folder: folder.appending(path: "harvest"))
        self.places = places
        self.address = address
        self.taxonomy = taxonomy
        self.world = world
        snapshots = Snapshots(language: language, folder: folder, world: world)
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
        let today = world.today
        return try await file.read { db in
            let causes = try snapshots.snapshot(in: db, day: today, of: file).attributes.causes
            return causes.ids.indices.map {
                CauseCount(id: causes.ids[$0], label: causes.labels[$0], opportunities: causes.count(under: $0))
            }
            .filter { $0.opportunities > 0 }
            .sorted { ($1.opportunities, $0.label) < ($0.opportunities, $1.label) }
        }
    }

    package struct CauseCount: Hashable, Sendable {
        package let id: String
        package let label: String
        package let opportunities: Int
    }
}
