import Foundation
import Storage
import TestSupport
import Testing

@testable import Measuring

@Suite struct HarvestLoadTests {
    @Test("What a harvest costs is measured over real HTTP, with every line that programs read")
    func lines() async throws {
        try await withTemporaryFolder { folder in
            let load = try await HarvestLoad(
                1_000, seed: 1, home: SeededCatalogue.seeds.deletingLastPathComponent(), folder: folder)
            let figures = load.figures
            #expect(figures.whole.rows == 1_000 && figures.whole.refused == 0)
            #expect(figures.stock.rows == 1_000)
            #expect(figures.day.changed == 6 && figures.day.new == 3 && figures.day.deleted == 3)
            #expect(figures.unchanged.requests == 1)
            let lines = try figures.lines().map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
            #expect(
                lines.map { $0["class"] as? String } == ["harvest", "fts5", "memory", "day", "readers", "unchanged"])
            #expect(lines[0]["ready_rows_per_s"] as? Double ?? 0 > 0)
            #expect(lines[1]["ratio_ready"] as? Double ?? 0 > 0)
            #expect(lines[3]["share_of_whole"] as? Double ?? 0 > 0)
            #expect(lines[4]["ratio_p99"] as? Double ?? 0 > 0)
        }
    }

    @Test("A made advert is sent so that what is harvested is what was made")
    func items() async throws {
        try await withTemporaryFolder { folder in
            let seeded = try await SeededCatalogue.shared()
            let home = SeededCatalogue.seeds.deletingLastPathComponent()
            let corpus = Corpus(seed: 1, isLong: false, phrases: try await Phrases(seeded.catalogue, home: home))
            let feed = try MadeFeed(
                corpus, 1_200, in: folder.appending(path: "feed"), today: Day(containing: CorpusFolder.start))
            let (bytes, last) = try feed.items(after: 700)
            #expect(last == 1_200, "pages have 500 items at most")
            let list = try #require(
                try JSONSerialization.jsonObject(with: Data("[".utf8) + bytes + Data("]".utf8)) as? [[String: Any]])
            #expect(list.count == 500)
            #expect(list.map { $0["modified"] as? Int } == (701...1_200).map { $0 })
            for (item, number) in zip(list, 700...) {
                let data = try #require(item["data"] as? [String: Any])
                let advert = corpus.advert(number)
                #expect(data["label"] as? String == advert.title)
                #expect(data["description"] as? String == advert.text)
                #expect((data["organisation"] as? [String: Any])?["name"] as? String == advert.organisation)
            }
            #expect(try feed.items(after: 1_200).bytes.isEmpty)
            feed.goOn()
            #expect(try feed.items(after: 1_200).last == 1_200 + feed.day.count)
        }
    }
}
