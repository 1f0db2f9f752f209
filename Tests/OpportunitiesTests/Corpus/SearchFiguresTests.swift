import Foundation
import GRDB
import TestSupport
import Testing

@testable import Measuring

@Suite struct SearchFiguresTests {
    @Test("Each class has at least fifty different searches, the same at each run, and nearly each finds something")
    func queries() async throws {
        try await withTemporaryFolder { folder in
            let corpus = try await CorpusFolder(
                2_000, isLong: false, seed: 1, in: folder, home: SeededCatalogue.seeds.deletingLastPathComponent())
            let stock = try StockIndex(corpus)
            let file = folder.appending(path: "queries.jsonl")
            let queries = try await DrawnQueries(corpus, stock: stock, in: file).all
            #expect(try await DrawnQueries(corpus, stock: stock, in: file).all == queries)
            #expect(
                try await DrawnQueries(corpus, stock: stock, in: folder.appending(path: "again.jsonl")).all == queries)
            for kind in SearchClass.allCases {
                let own = queries.filter { $0.kind == kind }
                let different = Set(own.map { "\($0)" }).count
                #expect(own.count == DrawnQueries.ofEach, "\(kind)")
                #expect(different >= (kind == .mostCommonWord ? 10 : 50), "\(kind): \(different)")
            }
            try await stock.database.read { db in
                let search = try StockSearch(db)
                // A beginning may end in another stem, and a neighbour stand beyond a sign that is no word.
                let empty = try queries.count { try search.rows($0)?.isEmpty ?? false }
                #expect(empty * 100 < queries.count)
            }
        }
    }

    @Test("What is found by passing over most is the best of everything, for searches of each class")
    func exact() async throws {
        try await withTemporaryFolder { folder in
            let corpus = try await CorpusFolder(
                5_000, isLong: false, seed: 2, in: folder, home: SeededCatalogue.seeds.deletingLastPathComponent())
            let queries = try await DrawnQueries(
                corpus, stock: try StockIndex(corpus), in: folder.appending(path: "queries.jsonl"))
            let some = queries.all.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
            let exact = ExactSearches(some, try EngineSearch(corpus))
            #expect(exact.searches > 200 && exact.equal == exact.searches)
        }
    }

    @Test("Times are ranked, and of the rounds the middle one counts for each figure")
    func times() throws {
        let times = Times((1...100).map(Double.init).shuffled())
        #expect(times.p50 == 51 && times.p99 == 100)
        let rounds = [[1.0, 9], [3, 7], [2, 8]].map { Times([$0[0], $0[0], $0[1]]) }
        let median = try #require(Times(rounds: rounds))
        #expect(median.p50 == 2 && median.p99 == 8)
        #expect(Times(rounds: []) == nil)
    }

    @Test("A line of JSON has the names that programs read, with null for what an engine cannot do")
    func line() throws {
        let row = SearchFigures.Row(kind: .placeAlone, riffle: Times([2]), fts5: nil, tantivy: Times([4]))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(try SearchLine(row).text.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "class", "riffle_p50_ms", "riffle_p99_ms", "fts5_p50_ms", "tantivy_p50_ms", "tantivy_p99_ms",
                "ratio_p50", "ratio_p99",
            ])
        #expect(object["fts5_p50_ms"] is NSNull)
        #expect(object["ratio_p50"] as? Double == 0.5)
    }
}
