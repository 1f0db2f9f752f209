import Foundation
import GRDB
import Storage
import TextSearch

extension Catalogue {
    /// Searches what was harvested. One read, so that the page shows one moment.
    package func search(_ asked: Search) async throws -> Results {
        let today = world.today
        return try await file.read { db in
            try results(of: asked, snapshots.snapshot(in: db, day: today, of: file), db)
        }
    }

    func results(of search: Search, _ snapshot: Snapshot, _ db: Database) throws -> Results {
        let finding = try Finding(search, snapshot, db)
        let arrangement = Arrangement(finding)
        let coach = Coach(finding: finding, taxonomy: taxonomy, db: db)
        return Results(
            search: search, corrected: finding.understood.correction?.text, isApart: finding.understood.isApart,
            total: finding.total, isExact: finding.isExact, holdingEveryWord: finding.holdingEveryWord,
            page: search.page, pages: arrangement.pages,
            results: try Showing(finding, today: snapshot.day, db).found(Array(arrangement.page(search.page))),
            facets: search.wantsFacets ? Facets(finding).all : [],
            relaxations: finding.total < Self.few ? try coach.relaxations() : [])
    }

    /// Fewer results than this are worth a suggestion.
    private static let few = 10
}
