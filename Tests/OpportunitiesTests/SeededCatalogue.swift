import Foundation
import GRDB
import Opportunities
import Storage
import Testing

/// A catalogue in a folder of its own, which goes with it, over the real places and taxonomy.
final class SeededCatalogue: Sendable {
    static let seeds = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seed-data")
        .standardizedFileURL

    let folder: URL
    private let isOwner: Bool
    let catalogue: Catalogue

    /// - Parameter today: as `2026-11-22`.
    convenience init(today: String = "2026-11-22", in folder: URL? = nil) throws {
        let start = try #require(Day(today)).start
        try self.init(World(now: { start }, randomBytes: { Array(repeating: 7, count: $0) }), in: folder)
    }

    init(_ world: World, in folder: URL? = nil) throws {
        isOwner = folder == nil
        self.folder =
            folder ?? FileManager.default.temporaryDirectory.appending(path: "catalogue-\(World.real.secret())")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        catalogue = try Catalogue(
            folder: self.folder, places: try Places(file: Self.seeds.appending(path: "uk-outcodes.csv")),
            taxonomy: try Taxonomy(file: Self.seeds.appending(path: "volunteering-taxonomy.csv")), world: world)
    }

    deinit { if isOwner { try? FileManager.default.removeItem(at: folder) } }

    /// With both real exports harvested, once for all tests that only read.
    static func shared() async throws -> SeededCatalogue { try await once.value }
    private static let once = Task { try await full() }

    /// With both real exports harvested, to be written to.
    static func full() async throws -> SeededCatalogue {
        let seeded = try SeededCatalogue()
        for source in Source.seeds {
            try await seeded.catalogue.add(source)
            _ = try await seeded.catalogue.harvest(source.name, from: seeds)
        }
        return seeded
    }
}

extension SeededCatalogue {
    func search(_ parameters: [String: String]) async throws -> Results {
        try await catalogue.search(
            Search(parameters, places: catalogue.places, taxonomy: catalogue.taxonomy))
    }
}
