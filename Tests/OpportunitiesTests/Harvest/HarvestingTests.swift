import Foundation
import GRDB
import Opportunities
import Storage
import Testing

@Suite("A harvest")
struct HarvestingTests {
    @Test("of an unchanged file writes its turn, taken and given back, the source's date, and no opportunity")
    func unchanged() async throws {
        let seeded = try await SeededCatalogue.full()
        let writes = {
            try await seeded.catalogue.database.write { try Int.fetchOne($0, sql: "SELECT total_changes()") ?? 0 }
        }
        for source in Source.seeds {
            let before = try await writes()
            let harvest = try await seeded.catalogue.harvest(source.name, from: SeededCatalogue.seeds)
            #expect(harvest.unchanged == harvest.live)
            #expect(harvest.new == 0 && harvest.changed == 0 && harvest.missing == 0)
            #expect(try await writes() - before == 4)
        }
    }

    @Test("tells how far it is")
    func progress() async throws {
        let seeded = try SeededCatalogue()
        try await seeded.catalogue.add(Source.seeds[0])
        let steps = Steps()
        _ = try await seeded.catalogue.harvest("doit", from: SeededCatalogue.seeds) { steps.add($0) }
        #expect(steps.all.map(\.phase).last == .writing)
        let last = try #require(steps.all.last { $0.phase == .reading })
        #expect(last == HarvestProgress(phase: .reading, items: 100, refused: 0, share: 1))
        #expect(steps.all.allSatisfy { $0.refused == 0 })
    }

    @Test("counts broken items with their reason and keeps the rest")
    func broken() async throws {
        let feed = try Feed()
        let harvest = try await feed.harvest(
            [
                Feed.item("a", "Walk dogs"), #"{"_id": {"$oid": "b"}}"#, #"{"deleted": false}"#, "17", "null",
                Feed.item("a", "Walk dogs again"),
                #"{"_id": {"$oid": "c"}, "activityDefinitionSubDocument": {"title": 5}}"#,
                Feed.item("d", "  <b> </b> "), Feed.item("e", "Feed cats"),
            ])
        #expect(harvest.read == 9)
        #expect(harvest.live == 2)
        #expect(harvest.refused == 7)
        let report = try #require(await feed.seeded.catalogue.report("feed"))
        let refusals = Dictionary(uniqueKeysWithValues: report.refusals.map { ($0.reason, $0.times) })
        #expect(
            refusals == [
                "has no title": 2, "has no id": 1, "has the id of an earlier item in the same file": 1,
                "cannot be read at “item”": 2, "cannot be read at “activityDefinitionSubDocument.title”": 1,
            ])
    }

    @Test(
        "that cannot be read changes nothing and says so in a sentence",
        arguments: [
            ("[{\"_id\"", "feed.json is not JSON, or breaks off before its end. Nothing was changed."),
            ("{}", "feed.json holds no list. Nothing was changed."),
            ("[]", "feed.json holds no items, so nothing was changed."),
            (nil, "feed.json cannot be opened. Nothing was changed."),
        ] as [(String?, String)])
    func unreadable(content: String?, sentence: String) async throws {
        let feed = try Feed()
        _ = try await feed.harvest([Feed.item("a", "Walk dogs")])
        try feed.write(content)
        let failure = await #expect(throws: HarvestFailure.self) {
            try await feed.seeded.catalogue.harvest("feed", from: feed.seeded.folder)
        }
        #expect(failure?.description == sentence)
        #expect(try await feed.seeded.catalogue.count() == 1)
        #expect(try await feed.seeded.catalogue.report("feed")?.live == 1)
    }

    @Test("of a source that nobody added says so")
    func unknown() async throws {
        let seeded = try SeededCatalogue()
        let failure = await #expect(throws: HarvestFailure.self) {
            try await seeded.catalogue.harvest("nobody", from: seeded.folder)
        }
        #expect(failure?.description == "There is no source “nobody”.")
    }

    @Test("keeps what a later file lacks, says since when, and forgets that when it is back")
    func missing() async throws {
        let feed = try Feed()
        _ = try await feed.harvest([Feed.item("a", "Walk dogs"), Feed.item("b", "Feed cats")])
        let dogs = try #require(await feed.seeded.search(["q": "dogs"]).results.first?.id)
        let later = try feed.on("2026-12-01")
        #expect(try await later.harvest([Feed.item("b", "Feed cats")]).missing == 1)
        var freshness = try #require(await later.seeded.catalogue.opportunity(dogs)).freshness
        #expect(freshness.missingSince == Day("2026-12-01"))
        #expect(freshness.confirmed == Day("2026-11-22"))
        let found = try #require(await later.seeded.search(["q": "dogs"]).results.first)
        #expect(found.why.contains { $0.words == "not confirmed since 1 December 2026" })

        let muchLater = try feed.on("2026-12-20")
        let back = try await muchLater.harvest([Feed.item("a", "Walk dogs"), Feed.item("b", "Feed cats")])
        #expect(back.unchanged == 2 && back.missing == 0)
        freshness = try #require(await muchLater.seeded.catalogue.opportunity(dogs)).freshness
        #expect(freshness.missingSince == nil)
        #expect(freshness.firstSeen == Day("2026-11-22"))
        #expect(freshness.changed == Day("2026-11-22"))
        #expect(freshness.confirmed == Day("2026-12-20"))
    }

    @Test("keeps a withdrawn one readable by its link, but not findable")
    func withdrawn() async throws {
        let feed = try Feed()
        _ = try await feed.harvest([Feed.item("a", "Walk dogs"), Feed.item("b", "Feed cats")])
        let dogs = try #require(await feed.seeded.search(["q": "dogs"]).results.first?.id)
        let later = try feed.on("2026-12-01")
        let harvest = try await later.harvest([
            #"{"_id": {"$oid": "a"}, "deleted": true}"#, Feed.item("b", "Feed cats"),
        ])
        #expect(harvest.withdrawn == 1 && harvest.live == 1 && harvest.missing == 0)
        #expect(try await later.seeded.search(["q": "dogs"]).total == 0)
        #expect(try await later.seeded.search([:]).total == 1)
        let kept = try #require(await later.seeded.catalogue.opportunity(dogs))
        #expect(kept.title == "Walk dogs")
        #expect(kept.freshness.withdrawn == Day("2026-12-01"))
    }

    @Test("changes what changed, under the same id, and finds it by its new words alone")
    func changed() async throws {
        let feed = try Feed()
        _ = try await feed.harvest([Feed.item("a", "Walk dogs")])
        let id = try #require(await feed.seeded.search(["q": "dogs"]).results.first?.id)
        let later = try feed.on("2026-12-01")
        #expect(try await later.harvest([Feed.item("a", "Stroke rabbits")]).changed == 1)
        #expect(try await later.seeded.search(["q": "dogs"]).total == 0)
        #expect(try await later.seeded.search(["q": "rabbits"]).results.map(\.id) == [id])
        let freshness = try #require(await later.seeded.catalogue.opportunity(id)).freshness
        #expect(freshness.firstSeen == Day("2026-11-22"))
        #expect(freshness.changed == Day("2026-12-01"))
    }

    @Test("gives the same ids when the catalogue is built anew elsewhere")
    func stable() async throws {
        let ids = try await [Feed(), Feed()].asyncMap { feed in
            _ = try await feed.harvest([Feed.item("x", "First"), Feed.item("a", "Walk dogs")])
            return try await feed.seeded.search(["q": "dogs"]).results.map(\.id)
        }
        #expect(ids[0] == ids[1])
        #expect(ids[0].count == 1)
    }
}

/// A small file of Do-it's shape beside a catalogue, harvested as often as a test likes.
private struct Feed {
    let seeded: SeededCatalogue

    init() throws { seeded = try SeededCatalogue() }
    private init(_ seeded: SeededCatalogue) { self.seeded = seeded }

    /// The same catalogue on another day.
    func on(_ today: String) throws -> Feed { Feed(try SeededCatalogue(today: today, in: seeded.folder)) }

    static func item(_ id: String, _ title: String) -> String {
        #"{"_id": {"$oid": "\#(id)"}, "deleted": false, "activityDefinitionSubDocument": {"title": "\#(title)"}}"#
    }

    func write(_ content: String?) throws {
        let file = seeded.folder.appending(path: "feed.json")
        if let content { try Data(content.utf8).write(to: file) } else { try FileManager.default.removeItem(at: file) }
    }

    func harvest(_ items: [String]) async throws -> Harvest {
        try write("[\(items.joined(separator: ","))]")
        try await seeded.catalogue.add(
            Source(
                name: "feed", title: "A feed", format: "doit", location: "feed.json", licence: "CC0", attribution: ""))
        return try await seeded.catalogue.harvest("feed", from: seeded.folder)
    }
}

private final class Steps: @unchecked Sendable {
    // Touched by the one harvest that reports to it, then read after that has ended.
    private(set) var all: [HarvestProgress] = []
    func add(_ step: HarvestProgress) { all.append(step) }
}

extension Array {
    fileprivate func asyncMap<Mapped>(_ transform: (Element) async throws -> Mapped) async throws -> [Mapped] {
        var mapped: [Mapped] = []
        for element in self { mapped.append(try await transform(element)) }
        return mapped
    }
}
