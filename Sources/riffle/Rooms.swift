import Foundation
import LearningSpace
import Members
import Opportunities
import Questions
import Storage
import TextSearch
import Website

/// The rooms of one data folder, opened.
struct Rooms {
    let settings: Settings
    let world: World
    let directory: Directory
    let desk: Desk
    let journal: Journal
    let catalogue: Catalogue

    init(_ settings: Settings, world: World = .real) throws {
        self.settings = settings
        self.world = world
        try Self.makeFolder(settings.data)
        directory = try Directory(folder: settings.data, world: world)
        desk = try Desk(folder: settings.data, world: world)
        journal = try Journal(folder: settings.data, world: world)
        catalogue = try Self.catalogue(settings, world)
    }

    /// The catalogue alone, for commands that need no other room.
    static func catalogue(_ settings: Settings, _ world: World = .real) throws -> Catalogue {
        try makeFolder(settings.data)
        return try Catalogue(
            folder: settings.data, places: Places(file: settings.seeds.appending(path: "uk-outcodes.csv")),
            taxonomy: Taxonomy(file: settings.seeds.appending(path: "volunteering-taxonomy.csv")),
            language: Language(
                synonyms: try Synonyms(file: settings.seeds.appending(path: "synonyms.csv"), stem: Porter2.stem)),
            world: world, address: settings.address.absoluteString)
    }

    /// - Parameter sendsMail: false in the demo, where nobody's address is real.
    func site(batches: String = "with the next batch", sendsMail: Bool = true) async throws -> Site {
        try await Site(
            directory: directory, desk: desk, journal: journal, catalogue: catalogue, world: world,
            address: settings.address, isBehindProxy: settings.isBehindProxy, batches: batches,
            mailer: sendsMail ? settings.mail.map(Mailer.init(through:)) : nil,
            publicFolder: settings.home.appending(path: "Public"))
    }

    /// Only the service's own user may look into it.
    private static func makeFolder(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("The data folder \(folder.path) cannot be made: \(error.localizedDescription)")
        }
    }
}

extension Settings {
    /// What comes with the program.
    var seeds: URL { home.appending(path: "seed-data") }
}
