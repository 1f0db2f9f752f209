import Foundation
import GRDB
import Storage
import Testing

@testable import Opportunities

/// A file beside a catalogue, in a format of a test's choice.
struct Offered {
    let seeded: SeededCatalogue
    private let source: Source

    init(_ format: Source.Format, _ text: String) throws {
        try self.init(format, Data(text.utf8))
    }

    init(_ format: Source.Format, _ bytes: Data) throws {
        seeded = try SeededCatalogue()
        try bytes.write(to: seeded.folder.appending(path: "offered"))
        source = try Source(
            name: "offered", title: "Offered", format: format.rawValue, location: "offered", licence: "CC0",
            attribution: "")
    }

    init(_ format: Source.Format, seed name: String) throws {
        try self.init(format, Data(contentsOf: SeededCatalogue.seeds.appending(path: name)))
    }

    func harvest() async throws -> Harvest {
        try await seeded.catalogue.add(source)
        return try await seeded.catalogue.harvest("offered", from: seeded.folder)
    }

    func sentence() async -> String? {
        let failure = await #expect(throws: HarvestFailure.self) { try await harvest() }
        return failure?.description
    }

    func report() async throws -> Catalogue.Report { try #require(await seeded.catalogue.report("offered")) }

    /// The one that has this in its title.
    func opportunity(_ title: String) async throws -> Opportunity {
        let id = try await seeded.catalogue.database.read { db in
            try ID<Opportunity>.fetchOne(
                db, sql: "SELECT id FROM opportunity WHERE instr(title, ?) > 0", arguments: [title])
        }
        let known = try #require(id)
        return try #require(await seeded.catalogue.opportunity(known))
    }
}
