import GRDB
import Storage

extension Catalogue {
    /// What a search finds, as far as it is answered from memory.
    package struct Ranking: Sendable {
        /// Row numbers, the best first, before repeats are joined and organisations share a page.
        package let numbers: [Int]
        package let total: Int
        /// Empty unless the search wants them.
        package let facets: [Facet]
    }

    /// All that a page's search does but for reading from the file what it shows: what a benchmark times.
    package func ranking(of search: Search, most: Int) throws -> Ranking {
        let today = world.today
        return try file.read { db in
            let snapshot = try snapshots.snapshot(in: db, day: today, of: file)
            let finding = try Finding(search, snapshot, db)
            return Ranking(
                numbers: Candidates(finding: finding).best(most).map { Int(snapshot.attributes.numbers[$0.document]) },
                total: finding.total, facets: search.wantsFacets ? Facets(finding).all : [])
        }
    }

    /// What the index in memory takes, for a benchmark: bytes.
    package func indexBytes() async throws -> Int {
        let today = world.today
        return try await file.read { db in try snapshots.snapshot(in: db, day: today, of: file).bytes }
    }
}
