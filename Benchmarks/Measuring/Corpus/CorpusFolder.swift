package import Foundation
import GRDB
package import Opportunities
import Storage

/// A catalogue of so many made opportunities in a folder of its own, made once and opened ever after.
package struct CorpusFolder: Sendable {
    package let folder: URL
    package let catalogue: Catalogue
    /// Nil where it was already there.
    package let making: Making?

    package struct Making: Sendable {
        package let rows: Int
        package let seconds: Double
    }

    package static let fewest = 1_000
    /// Numbers above 2²⁴ − 5,000,000 would coin words that are already there.
    package static let most = 10_000_000
    /// The day all of it is seen from.
    static let start = Date(timeIntervalSince1970: 1_795_305_600)
    /// Goes up with every change to what is made, so that none is mistaken for the one before.
    private static let edition = 2

    /// - Parameters:
    ///   - documents: live ones, those of the seeds among them.
    ///   - parent: where corpora are kept.
    ///   - home: where `seed-data` is.
    package init(
        _ documents: Int, isLong: Bool, seed: UInt64, in parent: URL, home: URL,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws {
        let name = "corpus-\(Self.edition)-\(documents)-\(seed)\(isLong ? "-long" : "")"
        folder = parent.appending(path: name)
        let seeds = home.appending(path: "seed-data")
        let start = Self.start
        let world = World(now: { start }, randomBytes: { Array(repeating: 7, count: $0) })
        let places = try Places(file: seeds.appending(path: "uk-outcodes.csv"))
        let taxonomy = try Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv"))
        func open(_ folder: URL) throws -> Catalogue {
            try Catalogue(folder: folder, places: places, taxonomy: taxonomy, world: world)
        }
        if FileManager.default.fileExists(atPath: folder.path) {
            making = nil
        } else {
            // Made beside it, so that a run that was stopped leaves no half of a corpus under its name.
            let unfinished = parent.appending(path: "\(name).unfinished")
            try? FileManager.default.removeItem(at: unfinished)
            try FileManager.default.createDirectory(at: unfinished, withIntermediateDirectories: true)
            let clock = ContinuousClock()
            let began = clock.now
            let rows = try await Self.make(
                try open(unfinished), documents, isLong, seed, home: home, folder: unfinished, progress: progress)
            making = Making(rows: rows, seconds: (clock.now - began) / .seconds(1))
            try FileManager.default.moveItem(at: unfinished, to: folder)
        }
        catalogue = try open(folder)
    }

    private static func make(
        _ catalogue: Catalogue, _ documents: Int, _ isLong: Bool, _ seed: UInt64, home: URL, folder: URL,
        progress: @Sendable (Int) -> Void
    ) async throws -> Int {
        for source in Source.seeds {
            try await catalogue.add(source)
            _ = try await catalogue.harvest(source.name, from: home.appending(path: "seed-data"))
        }
        let last = try LastSource(in: folder)
        try await catalogue.add(last.source)
        let phrases = try await Phrases(catalogue, home: home)
        let corpus = Corpus(seed: seed, isLong: isLong, phrases: phrases)
        let rows = try fill(catalogue, corpus, until: documents - 1, progress: progress)
        // What a harvest does when it ends (words for spelling, and the like) is left to a harvest.
        _ = try await catalogue.harvest(last.source.name, from: folder)
        try catalogue.database.close()
        return rows
    }

    private static func fill(
        _ catalogue: Catalogue, _ corpus: Corpus, until documents: Int, progress: @Sendable (Int) -> Void
    ) throws -> Int {
        var rows = 0
        try catalogue.database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")
            try db.execute(
                sql: """
                    INSERT INTO source (name, title, format, location, licence, attribution, last_good_harvest)
                    VALUES (?, 'Made', 'doit', 'none', 'none', '', ?)
                    """, arguments: [CorpusTables.source, Day(containing: start)])
            var live = try Int.fetchOne(db, sql: "SELECT count(*) FROM opportunity WHERE withdrawn IS NULL") ?? 0
            var number = try Int.fetchOne(db, sql: "SELECT max(number) FROM opportunity") ?? 0
            var made = 0
            var told = 0
            var tables = try CorpusTables(db, today: Day(containing: start), seed: corpus.seed)
            while live < documents {
                try db.inTransaction {
                    let end = made + 20_000
                    while live < documents, made < end {
                        let advert = corpus.advert(made)
                        number += 1
                        rows += try tables.insert(advert, as: number, made: made)
                        made += 1
                        if advert.withdrawn == nil { live += 1 }
                    }
                    return .commit
                }
                if live * 10 / documents > told {
                    told = live * 10 / documents
                    progress(live)
                }
            }
            try db.execute(sql: "INSERT INTO searchable (searchable) VALUES ('optimize')")
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL")
        }
        return rows
    }
}

/// One advert in a file, harvested when all others are there.
private struct LastSource {
    let source: Source

    init(in folder: URL) throws {
        let advert = """
            [{"_id": {"$oid": "last"}, "activityDefinitionSubDocument":
            {"title": "Benchmark marshal", "description": "Stand at the finish and write down who comes in when."}}]
            """
        try Data(advert.utf8).write(to: folder.appending(path: "last.json"))
        source = try Source(
            name: "last", title: "The last advert", format: "doit", location: "last.json", licence: "none",
            attribution: "")
    }
}
