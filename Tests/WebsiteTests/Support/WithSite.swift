import Foundation
import GRDB
import LearningSpace
import Logging
import Members
import Opportunities
import Questions
import ServiceLifecycle
import Storage
import TestSupport
import Testing
import Website

/// The same site as `riffle serve`, over fresh files, with a fixed cast, on a free port of this machine.
struct TestSite: Sendable {
    let site: Site
    let world: TestWorld
    let cast: Cast
    let address: URL
    let folder: URL

    /// A browser with nobody signed in.
    func browser() -> Browser { Browser(at: address) }

    /// A browser in which this person has signed in through the form.
    func browser(of person: Person) async throws -> Browser {
        let browser = browser()
        try await browser.open("/sign-in")
        browser.fill("email", person.email)
        browser.fill("password", person.password)
        try await browser.press("Sign in")
        return browser
    }
}

/// - Parameters:
///   - opportunities: whether the real exports in `seed-data` are harvested first.
///   - address: where visitors are told the site is.
///   - catalogue: the file of the opportunities as an earlier site left it.
func withSite(
    opportunities: Bool = false, address: String = "http://127.0.0.1", world: TestWorld = TestWorld(),
    mailer: Mailer? = nil, logger: Logger = .silent, catalogue: Data? = nil,
    _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        if let catalogue {
            try catalogue.write(to: folder.appending(path: "opportunities.sqlite"))
        } else if opportunities {
            try await Seeds.harvested.value.write(to: folder.appending(path: "opportunities.sqlite"))
        }
        let site = try await Site(
            directory: Directory(folder: folder, world: world.world, passwordCost: .forTests),
            desk: Desk(folder: folder, world: world.world), journal: Journal(folder: folder, world: world.world),
            catalogue: Seeds.catalogue(in: folder, world.world),
            world: world.world, address: #require(URL(string: address)), mailer: mailer,
            publicFolder: Repository.root.appending(path: "Public"))
        let cast = try await Cast(in: site)
        try await serve(site, logger) { address in
            try await body(TestSite(site: site, world: world, cast: cast, address: address, folder: folder))
        }
    }
}

private func serve(_ site: Site, _ logger: Logger, _ body: (URL) async throws -> Void) async throws {
    let (ports, running) = AsyncStream<Int>.makeStream()
    let front = site.front(host: "127.0.0.1", port: 0, logger: logger) { running.yield($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await front.run() }
        let port = try #require(await ports.first { _ in true })
        try await body(try #require(URL(string: "http://127.0.0.1:\(port)")))
        group.cancelAll()
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension ScryptCost {
    /// A hash in microseconds: a debug build takes 3 s for a real one.
    static let forTests = ScryptCost(rounds: 16, block: 8, lanes: 1)
}

/// What is read once for all tests: it takes longer than most of them.
private enum Seeds {
    private static let places = Result { try Places(file: Repository.seeds.appending(path: "uk-outcodes.csv")) }
    private static let taxonomy = Result {
        try Taxonomy(file: Repository.seeds.appending(path: "volunteering-taxonomy.csv"))
    }

    static func catalogue(in folder: URL, _ world: World) throws -> Catalogue {
        try Catalogue(folder: folder, places: try places.get(), taxonomy: try taxonomy.get(), world: world)
    }

    /// The file of a catalogue into which the real exports were harvested.
    static let harvested = Task {
        try await withTemporaryFolder { folder in
            let catalogue = try catalogue(in: folder, TestWorld(seed: 2).world)
            for seed in Source.seeds {
                try await catalogue.add(seed)
                _ = try await catalogue.harvest(seed.name, from: Repository.seeds)
            }
            // Everything into the one file that is read here.
            _ = try await catalogue.database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
            return try Data(contentsOf: folder.appending(path: "opportunities.sqlite"))
        }
    }
}

enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let seeds = root.appending(path: "seed-data")
}
