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
        /// How often each page is opened.
        package let times: Int

        package init(reflections: Int, times: Int) {
            (self.reflections, self.times) = (reflections, times)
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
            let (paths, session, count) = (page.paths(places, corpus, &chance, size.times), people.session, size.times)
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
    }
}

/// The pages that are opened, each with an address made anew for every time.
private struct SpacePages: Sendable {
    let name: String
    let path: @Sendable (FullSpace.Places, DeskCorpus, inout DeskChance) -> String

    private static let warming = 5

    func paths(_ places: FullSpace.Places, _ corpus: DeskCorpus, _ chance: inout DeskChance, _ times: Int) -> [String] {
        (0..<(times + Self.warming)).map { _ in path(places, corpus, &chance) }
    }

    static let all: [SpacePages] = [
        .init(name: "/space") { _, _, _ in "/space" },
        .init(name: "/space?page=") { places, _, chance in
            "/space?page=\(Int.random(in: 1...max(1, places.reflections.count / 20), using: &chance))"
        },
        .init(name: "/space?tag=") { _, _, chance in "/space?tag=\(chance.pick(FullSpace.tags) ?? "")" },
        .init(name: "/space?q=") { _, corpus, chance in "/space?" + Connection.encoded([("q", corpus.typed(&chance))])
        },
        .init(name: "/space/reflections/{id}") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")"
        },
        .init(name: "/space/reflections/{id}/edit") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")/edit"
        },
        .init(name: "/space/reflections/{id}/revisions") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")/revisions"
        },
        .init(name: "/space/reflections/new") { _, _, _ in "/space/reflections/new" },
        .init(name: "/space/goals") { _, _, _ in "/space/goals" },
        .init(name: "/space/goals?closed=") { _, _, chance in
            "/space/goals?closed=\(Int.random(in: 1...50, using: &chance))"
        },
        .init(name: "/space/goals/{id}") { places, _, chance in "/space/goals/\(chance.pick(places.goals) ?? "")" },
        .init(name: "/space/activities") { _, _, _ in "/space/activities" },
        .init(name: "/space/activities/{id}") { places, _, chance in
            "/space/activities/\(chance.pick(places.activities) ?? "")"
        },
        .init(name: "/space/activities/import") { _, _, _ in "/space/activities/import" },
        .init(name: "/space/shares") { _, _, _ in "/space/shares" },
        .init(name: "/space/groups") { _, _, _ in "/space/groups" },
        .init(name: "/space/groups/{id}") { places, _, _ in "/space/groups/\(places.group)" },
        .init(name: "/space/muted") { _, _, _ in "/space/muted" },
        .init(name: "/space/export") { _, _, _ in "/space/export" },
        .init(name: "/shared") { _, _, _ in "/shared" },
    ]
}
