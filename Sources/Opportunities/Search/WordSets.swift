import Foundation
import GRDB
import TextSearch

/// Words → the documents that hold them, with a text score: the one place where words meet the index.
///
/// One for each search, so that what its page asks twice is looked up once.
final class WordSets {
    private let snapshot: Snapshot
    private let db: Database
    private var known: [String: DocumentSet] = [:]

    init(_ snapshot: Snapshot, _ db: Database) {
        self.snapshot = snapshot
        self.db = db
    }

    /// Nil for a search without words.
    func documents(for search: Search, demanding demand: Query.Demand) throws -> DocumentSet? {
        try Self.expression(search, demanding: demand).map { try documents(matching: $0) }
    }

    func documents(matching expression: String) throws -> DocumentSet {
        if let set = known[expression] { return set }
        let numbers = try Int.fetchAll(
            db, sql: "SELECT rowid FROM searchable WHERE searchable MATCH ?", arguments: [expression])
        let set = snapshot.attributes.documents(of: numbers)
        known[expression] = set
        return set
    }

    /// The best by their words alone, equals in their order.
    func best(
        _ most: Int, for search: Search, demanding demand: Query.Demand, among documents: DocumentSet
    ) throws -> [(document: Int, score: Double)] {
        guard let expression = Self.expression(search, demanding: demand) else { return [] }
        return try best(most, matching: expression, among: documents)
    }

    func best(
        _ most: Int, matching expression: String, among documents: DocumentSet
    ) throws -> [(document: Int, score: Double)] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT rowid, -bm25(searchable, \(Weights.title), \(Weights.organisation), \(Weights.gains),
                    \(Weights.needs), \(Weights.causes), \(Weights.place), \(Weights.text))
                FROM searchable WHERE searchable MATCH \(expression)
                """
        ).fetchAll(db)
        let scored = rows.compactMap { row -> (document: Int, score: Double)? in
            guard let document = snapshot.attributes.document(of: row[0]), documents.contains(document) else {
                return nil
            }
            return (document, row[1])
        }
        return Array(scored.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(most))
    }

    /// What stands after MATCH; nil for a search without words.
    static func expression(_ search: Search, demanding demand: Query.Demand) -> String? {
        var parts: [String] = []
        if let words = search.words.expression(demand) { parts.append("(\(words))") }
        if let skill = Query(search.brings).expression(.any) { parts.append("{title needs text} : (\(skill))") }
        if let skill = Query(search.develops).expression(.any) { parts.append("{title gains needs text} : (\(skill))") }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }
}
