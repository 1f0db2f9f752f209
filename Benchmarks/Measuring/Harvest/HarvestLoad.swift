package import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import Synchronization

/// What it takes to bring a catalogue up to date over HTTP: all of it, the changes of a day, and nothing new.
package struct HarvestLoad: Sendable {
    package let figures: HarvestFigures

    package static let fewest = 1_000
    package static let most = 10_000_000

    /// - Parameters:
    ///   - home: where `seed-data` is.
    ///   - folder: for the files, on the disk that is to be measured.
    ///   - say: what happens now.
    package init(
        _ documents: Int, seed: UInt64, home: URL, folder: URL, say: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws {
        let seeds = home.appending(path: "seed-data")
        let places = try Places(file: seeds.appending(path: "uk-outcodes.csv"))
        let taxonomy = try Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv"))
        func open(_ name: String) throws -> Catalogue {
            let own = folder.appending(path: name)
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            return try Catalogue(folder: own, places: places, taxonomy: taxonomy, world: .real)
        }
        let spoken = try open("spoken")
        for source in Source.seeds {
            try await spoken.add(source)
            _ = try await spoken.harvest(source.name, from: seeds)
        }
        let corpus = Corpus(seed: seed, isLong: false, phrases: try await Phrases(spoken, home: home))
        say("Writing \(documents) opportunities as a provider has them")
        let feed = try MadeFeed(corpus, documents, in: folder.appending(path: "feed"), today: World.real.today)
        let server = try FeedServer(feed)
        let catalogue = try open("riffle")
        try await catalogue.add(
            Source(
                name: "made", title: "Made", format: "rpde", location: server.address, licence: "CC0", attribution: ""))
        let run = Run(
            catalogue: catalogue, server: server, feed: feed, way: WayOut(.allowing(loopbackPort: server.port)),
            folder: folder, words: Self.words(of: corpus, documents), say: say)
        figures = try await run.figures()
    }

    /// What readers search for: words of some adverts.
    private static func words(of corpus: Corpus, _ documents: Int) -> [String] {
        (0..<200).flatMap { place in
            corpus.advert(place * max(1, documents / 200)).text.lowercased().split { !$0.isLetter }
                .filter { $0.utf8.count > 4 }.prefix(4).map(String.init)
        }
    }
}

private struct Run {
    let catalogue: Catalogue
    let server: FeedServer
    let feed: MadeFeed
    let way: WayOut
    let folder: URL
    let words: [String]
    let say: @Sendable (String) -> Void
    private let clock = ContinuousClock()

    func figures() async throws -> HarvestFigures {
        let whole = try await whole()
        say("Inserting the same rows into a plain FTS5 table")
        let stock = try await StockInsert(
            of: catalogue, in: folder.appending(path: "stock.sqlite"), rowsAtOnce: Catalogue.harvestedAtOnce)
        say("Harvesting the changes of a day while \(Searchers.count) readers search")
        let day = try await day()
        say("Harvesting what has not changed")
        let unchanged = try await unchanged()
        return HarvestFigures(
            documents: feed.documents, whole: whole, stock: .init(rows: stock.rows, seconds: stock.seconds), day: day,
            unchanged: unchanged)
    }

    private func whole() async throws -> HarvestFigures.Whole {
        say("Harvesting all of it")
        PeakMemory.forget()
        let before = ResidentMemory.bytes() ?? 0
        let begun = clock.now
        let harvest = try await self.harvest()
        let harvested = clock.now
        let peak = PeakMemory.bytes() ?? 0
        say("Reading the index into memory")
        let ranking = try catalogue.ranking(of: Search(), most: 20)
        let ready = clock.now
        let index = try await catalogue.indexBytes()
        return HarvestFigures.Whole(
            rows: ranking.total, refused: harvest.refused, harvestSeconds: (harvested - begun) / .seconds(1),
            readySeconds: (ready - begun) / .seconds(1), peakMegabytes: Double(max(0, peak - before)) / 1e6,
            indexMegabytes: Double(index) / 1e6,
            peakBesideIndexMegabytes: Double(max(0, (PeakMemory.bytes() ?? 0) - before - index)) / 1e6)
    }

    private func day() async throws -> HarvestFigures.DayOfChanges {
        let searchers = Searchers(catalogue: catalogue, words: words)
        // The first to ask reads pages of the file that nobody has read.
        _ = try await searching(searchers, for: .seconds(2)) {}
        let quiet = try await searching(searchers, for: .seconds(5)) {}
        feed.goOn()
        let begun = clock.now
        let spent = Spent()
        let busy = try await searching(searchers, for: .zero) {
            let harvest = try await self.harvest()
            spent.note(harvest, harvested: clock.now - begun)
            let generation = try await catalogue.database.read { db in
                try Int.fetchOne(db, sql: "SELECT number FROM generation") ?? 0
            }
            while try await catalogue.edition().generation < generation {
                try await Task.sleep(for: .milliseconds(20))
            }
            spent.note(seen: clock.now - begun)
        }
        let (harvest, harvested, seen) = spent.all
        return HarvestFigures.DayOfChanges(
            new: harvest?.new ?? 0, changed: harvest?.changed ?? 0, deleted: harvest?.withdrawn ?? 0,
            harvestSeconds: harvested, seenSeconds: seen, readers: Searchers.count, searches: busy.count,
            before: Times(quiet), during: Times(busy))
    }

    /// Searches from before `work` until after it, and for so long at least.
    private func searching(
        _ searchers: Searchers, for least: Duration, _ work: @Sendable () async throws -> Void
    ) async throws -> [Double] {
        let isOver = Over()
        async let times = searchers.times { !isOver.isTrue }
        do {
            let end = clock.now + least
            try await work()
            try await Task.sleep(until: end, clock: clock)
        } catch {
            isOver.set()
            throw error
        }
        isOver.set()
        return try await times
    }

    private func unchanged() async throws -> HarvestFigures.Unchanged {
        let requests = server.requests
        let writes = try await writes()
        let begun = clock.now
        _ = try await harvest()
        let seconds = (clock.now - begun) / .seconds(1)
        return HarvestFigures.Unchanged(
            requests: server.requests - requests, rowsWritten: try await self.writes() - writes,
            milliseconds: seconds * 1_000)
    }

    private func harvest() async throws -> Harvest {
        try await catalogue.harvest("made", from: folder, over: way)
    }

    /// Rows that the one connection which writes has written so far.
    private func writes() async throws -> Int {
        try await catalogue.database.writeWithoutTransaction { db in db.totalChangesCount }
    }
}

/// When somebody is to stop.
private final class Over: Sendable {
    private let state = Atomic(false)
    func set() { state.store(true, ordering: .relaxed) }
    var isTrue: Bool { state.load(ordering: .relaxed) }
}

private final class Spent: Sendable {
    private let state = Mutex<(harvest: Harvest?, harvested: Double, seen: Double)>((nil, 0, 0))

    func note(_ harvest: Harvest, harvested: Duration) {
        state.withLock { ($0.harvest, $0.harvested) = (harvest, harvested / .seconds(1)) }
    }
    func note(seen: Duration) { state.withLock { $0.seen = seen / .seconds(1) } }
    var all: (harvest: Harvest?, harvested: Double, seen: Double) { state.withLock { $0 } }
}
