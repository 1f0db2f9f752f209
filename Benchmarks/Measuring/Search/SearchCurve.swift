package import Foundation
import Opportunities

/// What each kind of search costs over corpora of growing size: how much slower than the corpus it grows.
package struct SearchCurve: Sendable {
    package let sizes: [Int]
    package let rows: [Row]

    package struct Row: Encodable, Sendable {
        package let kind: SearchClass
        /// One for each size.
        package let times: [Times?]

        /// How many times as long the largest takes as the smallest, at the median.
        package var growth: Double? {
            guard let first = times.first??.p50, let last = times.last??.p50, first > 0 else { return nil }
            return last / first
        }

        enum CodingKeys: String, CodingKey {
            case kind = "class"
            case times
        }
    }

    package static let smallest = 10_000
    private static let rounds = 3

    /// Ten times as many each, from the smallest on.
    package static func sizes(upTo most: Int) -> [Int] {
        Array(sequence(first: min(smallest, most)) { $0 * 10 <= most ? $0 * 10 : nil })
    }

    /// - Parameters:
    ///   - patience: seconds for a class in a round.
    ///   - folder: where corpora are kept.
    ///   - home: where `seed-data` is.
    package init(
        _ sizes: [Int], seed: UInt64, patience: Double = 10, in folder: URL, home: URL,
        progress: @Sendable (String) -> Void
    ) async throws {
        let taxonomy = try Taxonomy(file: home.appending(path: "seed-data/volunteering-taxonomy.csv"))
        var columns: [[SearchClass: Times]] = []
        for size in sizes {
            progress("\(size) opportunities")
            let corpus = try await CorpusFolder(size, isLong: false, seed: seed, in: folder, home: home)
            let queries = try await DrawnQueries(
                corpus, stock: try StockIndex(corpus), in: corpus.folder.appending(path: "queries.jsonl"))
            let (engine, catalogue) = (try EngineSearch(corpus), try CatalogueSearch(corpus, taxonomy: taxonomy))
            columns.append(try Self.times(queries, patience) { try engine.rows($0) ?? catalogue.rows($0) })
        }
        self.sizes = sizes
        rows = SearchClass.allCases.map { kind in Row(kind: kind, times: columns.map { $0[kind] }) }
    }

    private static func times(
        _ queries: DrawnQueries, _ patience: Double, _ search: (SearchQuery) throws -> [Int]?
    ) throws -> [SearchClass: Times] {
        let byKind = Dictionary(grouping: queries.all, by: \.kind)
        var times: [SearchClass: Times] = [:]
        for kind in SearchClass.allCases {
            // One that is not counted brings what it looks at into memory.
            let rounds = try (0...Self.rounds).compactMap { _ in
                try Timing.times(byKind[kind] ?? [], most: patience) { try search($0) != nil }
            }
            times[kind] = Times(rounds: Array(rounds.dropFirst()))
        }
        return times
    }
}
