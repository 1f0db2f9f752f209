package import Foundation
import Members
import Opportunities
import Questions
import Storage

/// What the way over HTTP costs a search: the answers to programs, without facets, over one connection.
package struct SearchOverHTTP: Encodable, Sendable {
    let kind = "http"
    /// Milliseconds at the median for searches never asked before, and for the same searches within the process.
    let uncachedMilliseconds: Double
    let inProcessMilliseconds: Double
    /// Requests a second for searches asked before, and for a file of the mean size of their answers.
    let cachedASecond: Double
    let staticASecond: Double
    let meanBytes: Int

    enum CodingKeys: String, CodingKey {
        case kind = "class"
        case uncachedMilliseconds = "uncached_p50_ms"
        case inProcessMilliseconds = "in_process_p50_ms"
        case cachedASecond = "cached_per_s"
        case staticASecond = "static_per_s"
        case meanBytes = "mean_bytes"
    }

    /// Each for so many seconds, one after the other, in each of five rounds.
    private static let seconds = 2.0
    private static let kinds: [SearchClass] = [.midWord, .commonWord, .allOfTwo]

    /// - Parameter folder: for the other rooms' files and the static file.
    package init(_ corpus: CorpusFolder, _ queries: DrawnQueries, home: URL, folder: URL) async throws {
        let texts = Array(Set(queries.all.filter { Self.kinds.contains($0.kind) }.map(\.words))).map {
            $0.joined(separator: " ")
        }.sorted()
        // What shows the results reads them from the file: each way is the first to read half of them.
        let halves = [0, 1].map { half in texts.indices.filter { $0 % 2 == half }.map { texts[$0] } }
        let publicFolder = folder.appending(path: "Public")
        try FileManager.default.copyItem(at: home.appending(path: "Public"), to: publicFolder)
        let site = try await VisitedSite(
            Directory(folder: folder, world: .real, passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1)),
            Desk(folder: folder, world: .real), corpus.catalogue, folder: folder, publicFolder: publicFolder)
        let catalogue = corpus.catalogue
        let (asked, within, rates) = try await site.visit { port in
            _ = try await Self.inProcess(Array(texts.prefix(5)), catalogue)
            let first = try await inThread { try Asked(port, Self.paths(halves[0])) }
            var within = try await Self.inProcess(halves[1], catalogue)
            within += try await Self.inProcess(halves[0], catalogue)
            let asked = try await inThread { try Asked(port, Self.paths(halves[1])) } + first
            let file = publicFolder.appending(path: "css/same.json")
            try Data(repeating: UInt8(ascii: "r"), count: asked.meanBytes).write(to: file)
            return (asked, within, try await inThread { try Rates(port, Self.paths(texts)) })
        }
        inProcessMilliseconds = Times(within).p50
        uncachedMilliseconds = Times(asked.milliseconds).p50
        cachedASecond = rates.cached.sorted()[SearchFigures.rounds / 2]
        staticASecond = rates.unchanging.sorted()[SearchFigures.rounds / 2]
        meanBytes = asked.meanBytes
    }

    private static func paths(_ texts: [String]) -> [String] {
        texts.map { "/api/opportunities?" + Connection.encoded([("q", $0), ("facets", "none")]) }
    }

    private static func inProcess(_ texts: [String], _ catalogue: Catalogue) async throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for text in texts {
            var search = Search()
            search.text = text
            search.wantsFacets = false
            let start = clock.now
            _ = try await catalogue.search(search)
            times.append((clock.now - start) / .milliseconds(1))
        }
        return times
    }

    /// Searches never asked before.
    private struct Asked: Sendable {
        var milliseconds: [Double] = []
        private var bytes = 0

        var meanBytes: Int { bytes / max(1, milliseconds.count) }

        init(_ port: Int, _ paths: [String]) throws {
            let connection = try Connection(port: port)
            let clock = ContinuousClock()
            // The connection and the server's own first time are not the search's.
            for _ in 0..<100 { _ = try connection.get("/health") }
            for path in paths {
                let start = clock.now
                let answer = try connection.get(path)
                milliseconds.append((clock.now - start) / .milliseconds(1))
                guard answer.status == 200 else { throw Connection.Broken() }
                bytes += answer.body.count
            }
        }

        static func + (left: Asked, right: Asked) -> Asked {
            var both = left
            both.milliseconds += right.milliseconds
            both.bytes += right.bytes
            return both
        }
    }

    /// Requests a second, a figure for each round.
    private struct Rates: Sendable {
        var cached: [Double] = []
        var unchanging: [Double] = []

        init(_ port: Int, _ paths: [String]) throws {
            let connection = try Connection(port: port)
            for _ in 0..<SearchFigures.rounds {
                cached.append(try Self.rate(paths, connection))
                unchanging.append(try Self.rate(["/css/same.json"], connection))
            }
        }

        private static func rate(_ paths: [String], _ connection: Connection) throws -> Double {
            let clock = ContinuousClock()
            let start = clock.now
            var requests = 0
            while clock.now - start < .seconds(seconds) {
                guard try connection.get(paths[requests % paths.count]).status == 200 else { throw Connection.Broken() }
                requests += 1
            }
            return Double(requests) / ((clock.now - start) / .seconds(1))
        }
    }

    /// One line of JSON.
    package func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
