import Foundation
import GRDB
import Storage
import TextSearch

extension Catalogue {
    /// Searches what was harvested. One read, so that the page shows one moment.
    ///
    /// When fewer than 25 rows hold every word, rows that hold some are ranked with them, by how much those words
    /// tell: with every word demanded, half of real questions find nothing.
    package func search(_ asked: Search) async throws -> Results {
        let today = world.today
        return try await file.read { db in
            var search = asked
            let corrected = asked.isAsTyped ? nil : try Vocabulary.corrected(asked.words, in: db)
            if let corrected { search.text = corrected }
            let strict = Conditions(search, demanding: .all)
            let holdingAll = try strict.count.fetchOne(db) ?? 0
            let isThin = holdingAll < Self.thin && search.words.words.count > 1
            let conditions = isThin ? Conditions(search, demanding: .any) : strict
            let total = isThin ? try conditions.count.fetchOne(db) ?? 0 : holdingAll
            let candidates = try Candidate.request(conditions, today: today).fetchAll(db).map(Candidate.init)
            let coverage = try Coverage(search, among: Set(candidates.map(\.number)), in: db)
            let ranked = Ranker(search: search, coverage: coverage, today: today).ranked(candidates)
            let onPage = ranked.dropFirst((search.page - 1) * search.size).prefix(search.size)
            return Results(
                search: asked, corrected: corrected, total: total, holdingEveryWord: holdingAll, page: search.page,
                pages: (min(total, Search.mostRanked) + search.size - 1) / search.size,
                results: try Showing(conditions, db).found(Array(onPage)),
                relaxations: total < Self.few ? try relaxations(of: search, beyond: total, in: db) : [])
        }
    }

    /// Fewer rows with every word than this are followed by rows with some.
    private static let thin = 25
    /// Fewer results than this are worth a suggestion.
    private static let few = 10

    private func relaxations(of search: Search, beyond total: Int, in db: Database) throws -> [Results.Relaxation] {
        try search.relaxed.compactMap { change, relaxed in
            let count = try Conditions(relaxed, demanding: .any).count.fetchOne(db) ?? 0
            return count > total ? Results.Relaxation(change: change, adds: count - total, search: relaxed) : nil
        }
    }
}
