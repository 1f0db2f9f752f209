package import Foundation
import GRDB
import Members
import Opportunities
import Questions
import Storage

/// How long the desk's pages and the public search take while the staff works and readers search.
package struct DeskLoad: Encodable, Sendable {
    package struct Size: Encodable, Sendable {
        package let published: Int
        package let waiting: Int
        package let moderators: Int
        package let readers: Int
        package let seconds: Double
        /// Between an answer and the next request of the same person, on average.
        package let pause: Double

        package init(
            published: Int, waiting: Int, moderators: Int, readers: Int, seconds: Double, pause: Double
        ) {
            self.published = published
            self.waiting = waiting
            self.moderators = moderators
            self.readers = readers
            self.seconds = seconds
            self.pause = pause
        }
    }
    package struct Page: Encodable, Sendable {
        package let name: String
        package let requests: Int
        /// From the end of the request's head to the whole page: what the site's request log says.
        package let server: TokenCost.Times
        /// What the visitor waited, on the same machine.
        package let visitor: TokenCost.Times
    }

    package let size: Size
    package let pages: [Page]
    /// Acts the staff were told were done, those refused (somebody else was quicker), and lines in the history. The
    /// first and the last are the same where none was lost and none done twice.
    package let accepted: Int
    package let refused: Int
    package let recorded: Int
    /// To read the words of all published pages into memory, in seconds: what a change of them costs.
    package let index: Double
    /// A batch that publishes what was released, in seconds.
    package let batch: Double
    /// The longest that somebody else's write waited meanwhile, in seconds.
    package let wait: Double

    /// - Parameters:
    ///   - home: where `seed-data`, `Benchmarks` and `Public` are.
    ///   - folder: for the files, on the disk that is to be measured.
    package init(_ size: Size, home: URL, folder: URL) async throws {
        self.size = size
        var chance = DeskChance(seed: 1)
        let corpus = try DeskCorpus(home: home, chance: &chance)
        let busy = BusyDesk(published: size.published, waiting: size.waiting, moderators: size.moderators)
        let directory = try Directory(
            folder: folder, world: .real, passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1))
        let staff = try await busy.staff(directory)
        let file = folder.appending(path: "questions.sqlite")
        try await busy.fill(folder, corpus, experts: staff.experts, chance: &chance, home: home)
        let desk = try Desk(folder: folder, world: .real)
        let start = ContinuousClock.now
        try await desk.readIndex()
        index = (ContinuousClock.now - start) / .seconds(1)
        let site = try await Self.site(directory, desk, home, folder)
        let topics = try await desk.topics().map(\.slug)
        let before = try Self.decisions(file)
        let times = ServerTimes()
        let crowd = Crowd(size: size, staff: staff, corpus: corpus, topics: topics)
        let seen = try await crowd.visit(site, times)
        (accepted, refused) = (seen.accepted, seen.refused)
        recorded = try Self.decisions(file) - before
        pages = Self.routes.compactMap { route, name in
            guard let server = times.byRoute[route], let visitor = seen.times[name] else { return nil }
            return Page(name: name, requests: server.count, server: .init(server), visitor: .init(visitor))
        }
        (batch, wait) = try await Self.batch(at: desk)
    }

    private static func batch(at desk: Desk) async throws -> (whole: Double, wait: Double) {
        let clock = ContinuousClock()
        // Somebody who writes a little all the time.
        let other = Task {
            var longest = Duration.zero
            while !Task.isCancelled {
                let start = clock.now
                // What the end of the batch interrupts is counted too.
                try? await desk.leave(World.real.id(), by: World.real.id())
                longest = max(longest, clock.now - start)
                try? await Task.sleep(for: .milliseconds(2))
            }
            return longest / .seconds(1)
        }
        let start = clock.now
        _ = try await desk.batch()
        let whole = (clock.now - start) / .seconds(1)
        other.cancel()
        return (whole, await other.value)
    }

    private static let routes = [
        ("GET /desk", "/desk"), ("GET /desk/{id}", "/desk/{id}"), ("GET /questions", "/questions?q="),
        ("GET /questions/{id}", "/questions/{id}"), ("POST", "act"),
    ]

    private static func site(_ directory: Directory, _ desk: Desk, _ home: URL, _ folder: URL) async throws
        -> VisitedSite
    {
        let seeds = home.appending(path: "seed-data")
        let catalogue = try Catalogue(
            folder: folder, places: Places(file: seeds.appending(path: "uk-outcodes.csv")),
            taxonomy: Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv")), world: .real)
        return try await VisitedSite(
            directory, desk, catalogue, folder: folder, publicFolder: home.appending(path: "Public"))
    }

    private static func decisions(_ file: URL) throws -> Int {
        try DatabaseQueue(path: file.path).read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM decision") ?? 0
        }
    }
}
