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

    func results(of asked: Search, _ snapshot: Snapshot, _ db: Database) throws -> Results {
        let words = WordSets(snapshot, db)
        var search = asked
        let corrected = asked.isAsTyped ? nil : try Vocabulary.corrected(asked.words, in: db)
        if let corrected { search.text = corrected }
        let finding = try Finding(search, snapshot, words)
        let candidates = try Candidates(finding: finding, snapshot: snapshot).best(Search.mostRanked, words)
        let coverage = try Coverage(search, among: Set(candidates.map(\.number)), in: db)
        let ranked = Ranker(search: search, coverage: coverage, snapshot: snapshot).ranked(candidates)
        let arrangement = Arrangement(ranked, size: search.size)
        let coach = Coach(finding: finding, snapshot: snapshot, words: words, taxonomy: taxonomy)
        return Results(
            search: asked, corrected: corrected, total: finding.total, holdingEveryWord: finding.holdingEveryWord,
            page: search.page, pages: arrangement.pages,
            results: try Showing(finding, db).found(Array(arrangement.page(search.page))),
            facets: Facets(finding, snapshot).all,
            relaxations: finding.total < Self.few ? try coach.relaxations() : [])
    }

    /// Fewer results than this are worth a suggestion.
    private static let few = 10
}
