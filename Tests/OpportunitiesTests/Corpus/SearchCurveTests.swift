import Foundation
import Opportunities
import TestSupport
import Testing

@testable import Measuring

@Suite struct SearchCurveTests {
    @Test("Each class is timed at each size, and the slowest search found is one that can be asked")
    func curve() async throws {
        try await withTemporaryFolder { folder in
            let home = SeededCatalogue.seeds.deletingLastPathComponent()
            let curve = try await SearchCurve([1_000, 2_000], seed: 1, patience: 0.05, in: folder, home: home) { _ in }
            #expect(curve.rows.map(\.kind) == SearchClass.allCases)
            for row in curve.rows {
                #expect(row.times.count == 2 && row.times.allSatisfy { ($0?.p50 ?? 0) > 0 }, "\(row.kind)")
                #expect(row.growth != nil)
            }
            let corpus = try await CorpusFolder(2_000, isLong: false, seed: 1, in: folder, home: home)
            let words = try EngineSearch.frequentWords(100, of: corpus)
            #expect(words.count == 100 && words.contains("the"))
            let slowest = try SlowestSearch(
                corpus.catalogue,
                taxonomy: Taxonomy(file: SeededCatalogue.seeds.appending(path: "volunteering-taxonomy.csv")),
                words: words, seed: 1, asking: 60)
            let times = slowest.found.map(\.milliseconds)
            #expect(slowest.asked == 60 && times == times.sorted(by: >))
            #expect(slowest.found.contains { !$0.search.text.isEmpty })
        }
    }

    @Test("Sizes grow tenfold, and end with what was asked for at most")
    func sizes() {
        #expect(SearchCurve.sizes(upTo: 1_000_000) == [10_000, 100_000, 1_000_000])
        #expect(SearchCurve.sizes(upTo: 300_000) == [10_000, 100_000])
        #expect(SearchCurve.sizes(upTo: 2_000) == [2_000])
    }
}
