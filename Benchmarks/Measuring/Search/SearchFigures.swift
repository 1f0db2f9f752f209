import Foundation
import GRDB

/// The engines beside one another: in each round one after the other over the same searches, and the median round.
package struct SearchFigures: Sendable {
    package struct Row: Sendable {
        package let kind: SearchClass
        package let riffle: Times?
        package let fts5: Times?
        package let tantivy: Times?
    }
    package let rows: [Row]

    package static let rounds = 5
    /// Seconds that stock FTS5 may take for a class in a round: it needs seconds for a common word.
    private static let patience = 2.0
    private static let generous = 20.0

    /// - Parameter engine: the numbers of the rows found, the best first; nil where it has no such class.
    package init(
        _ queries: DrawnQueries, stock: StockIndex, tantivy: Tantivy, engine: (SearchQuery) throws -> [Int]?,
        progress: (Int) -> Void
    ) throws {
        let kinds = SearchClass.allCases
        let byKind = Dictionary(grouping: queries.all, by: \.kind)
        var riffles: [SearchClass: [Times]] = [:]
        var stocks: [SearchClass: [Times]] = [:]
        var peers: [SearchClass: [Times]] = [:]
        // One that is not counted brings the files into memory.
        for round in 0...Self.rounds {
            for kind in kinds {
                let times = try Timing.times(byKind[kind] ?? [], most: Self.generous) { try engine($0) != nil }
                if round > 0, let times { riffles[kind, default: []].append(times) }
            }
            try stock.database.read { db in
                let search = try StockSearch(db)
                for kind in kinds {
                    let times = try Timing.times(byKind[kind] ?? [], most: Self.patience) {
                        try search.rows($0) != nil
                    }
                    if round > 0, let times { stocks[kind, default: []].append(times) }
                }
            }
            for timed in try tantivy.round() where round > 0 && !timed.milliseconds.isEmpty {
                peers[timed.kind, default: []].append(Times(timed.milliseconds))
            }
            progress(round)
        }
        rows = kinds.map { kind in
            Row(
                kind: kind, riffle: Times(rounds: riffles[kind] ?? []), fts5: Times(rounds: stocks[kind] ?? []),
                tantivy: Times(rounds: peers[kind] ?? []))
        }
    }
}
