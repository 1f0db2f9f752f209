package import Foundation
import LearningSpace
import Members
import Opportunities
import Questions
import Storage

/// How long the server takes for each page of one member's space of many years.
package struct SpaceLoad: Encodable, Sendable {
    package struct Size: Encodable, Sendable {
        package let reflections: Int
        package let files: Int
        /// How often each page is opened.
        package let times: Int

        package init(reflections: Int, files: Int, times: Int) {
            (self.reflections, self.files, self.times) = (reflections, files, times)
        }
    }

    package struct Page: Encodable, Sendable {
        package let name: String
        /// From the end of the request's head to the whole page: what the site's request log says.
        package let server: TokenCost.Times
        /// Of the page, in bytes.
        package let bytes: Int
    }

    package let size: Size
    package let activities: Int
    package let goals: Int
    package let pages: [Page]
    package let carrying: SpaceCarrying

    /// - Parameters:
    ///   - home: where `seed-data`, `Benchmarks` and `Public` are.
    ///   - folder: for the files, on the disk that is to be measured.
    package init(_ size: Size, home: URL, folder: URL) async throws {
        self.size = size
        var chance = DeskChance(seed: 1)
        let corpus = try DeskCorpus(home: home, chance: &chance)
        let full = FullSpace(size: size)
        let directory = try Directory(
            folder: folder, world: .real, passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1))
        let people = try await full.people(directory)
        let places = try await full.fill(folder, people, corpus, &chance)
        (activities, goals) = (places.activities.count, places.goals.count)
        let seeds = home.appending(path: "seed-data")
        let desk = try Desk(folder: folder, world: .real)
        try await Seeds.load(home, into: desk, world: .real, past: false)
        let catalogue = try Catalogue(
            folder: folder, places: Places(file: seeds.appending(path: "uk-outcodes.csv")),
            taxonomy: Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv")), world: .real)
        let site = try await VisitedSite(
            directory, desk, catalogue, folder: folder, publicFolder: home.appending(path: "Public"))
        var measured: [Page] = []
        for page in SpacePages.all {
            let times = ServerTimes()
            let (paths, count) = (page.paths(places, corpus, &chance, size.times), size.times)
            let session = page.isPeers ? people.peersSession : people.session
            let bytes = try await site.visit(logger: times.logger) { port in
                try await inThread {
                    let connection = try Connection(port: port, cookie: session)
                    var largest = 0
                    for (number, path) in paths.enumerated() {
                        // The first few read pages of the file and prepare statements.
                        if number == paths.count - count { times.forget() }
                        let answer = try connection.get(path)
                        guard answer.status == 200 else { throw Visitor.Failed(page: path, status: answer.status) }
                        largest = max(largest, answer.body.count)
                    }
                    return largest
                }
            }
            measured.append(Page(name: page.name, server: .init(times.byRoute.values.flatMap { $0 }), bytes: bytes))
        }
        pages = measured
        carrying = try await SpaceCarrying(of: people.owner, folder: folder)
    }
}
