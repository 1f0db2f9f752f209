import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import Synchronization
import TestSupport
import Testing

/// A catalogue with one source that is fetched from a server of this test, on a clock that moves when told.
final class ServedSource: Sendable {
    struct Answer: Sendable {
        var status = "200 OK"
        var headers: [String] = []
        var body = ""
    }

    let clock = TestWorld()
    let folder: SeededCatalogue
    private let answers: Answers
    private let server: HostileServer
    private let format: Source.Format

    /// - Parameter format: of what is at `/feed`, the source's address.
    init(_ format: Source.Format) async throws {
        let answers = Answers()
        self.answers = answers
        self.format = format
        server = try HostileServer { request, connection in
            let path = String(request.split(separator: " ").dropFirst().first ?? "/")
            let tag = request.firstMatch(of: /(?i)If-None-Match: ([^\r\n]+)/).map { String($0.1) }
            let answer = answers[path]
            if let tag, answer.headers.contains("ETag: \(tag)") {
                connection.reply("304 Not Modified", answer.headers)
            } else {
                connection.reply(answer.status, answer.headers, body: answer.body)
            }
        }
        folder = try SeededCatalogue(clock.world)
        try await folder.catalogue.add(
            Source(
                name: "served", title: "Served", format: format.rawValue, location: server.url("/feed"),
                licence: "CC0", attribution: ""))
    }

    var catalogue: Catalogue { folder.catalogue }
    func url(_ path: String) -> String { server.url(path) }
    /// The paths that were asked for since the last time.
    func requests() -> [String] {
        let all = server.requests.map { String($0.split(separator: " ").dropFirst().first ?? "") }
        return answers.news(of: all)
    }

    func serve(_ path: String, _ body: String, headers: [String] = []) {
        answers.set(path, Answer(headers: headers, body: body))
    }
    func serve(_ path: String, _ answer: Answer) { answers.set(path, answer) }

    @discardableResult
    func harvest(_ catalogue: Catalogue? = nil) async throws -> Harvest {
        try await (catalogue ?? self.catalogue).harvest(
            "served", from: folder.folder, over: way)
    }

    var way: WayOut { WayOut(.allowing(loopbackPort: server.port)) }

    /// Everything members could see, in the order in which it stands.
    func contents() async throws -> [String] {
        try await catalogue.database.read { db in
            var lines: [String] = []
            for table in ["opportunity", "whereabouts", "session", "slot", "cause", "line", "searchable", "card"] {
                lines += try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2, 3").map { "\(table) \($0)" }
            }
            return lines
        }
    }

    /// The sentence a harvest ends with.
    func refusal() async -> String? {
        let failure = await #expect(throws: HarvestFailure.self) { try await self.harvest() }
        return failure?.description.replacing(url(""), with: "SERVER")
    }

    func titles(_ word: String = "") async throws -> [String] {
        try await folder.search(word.isEmpty ? [:] : ["q": word]).results.map(\.title).sorted()
    }

    private final class Answers: Sendable {
        private let all = Mutex<(answers: [String: Answer], told: Int)>(([:], 0))

        subscript(path: String) -> Answer { all.withLock { $0.answers[path] ?? Answer(status: "404 Not Found") } }
        func set(_ path: String, _ answer: Answer) { all.withLock { $0.answers[path] = answer } }
        func news(of requests: [String]) -> [String] {
            all.withLock { all in
                defer { all.told = requests.count }
                return Array(requests.dropFirst(all.told))
            }
        }
    }
}

extension Catalogue {
    /// The number that every change of an opportunity raises.
    func generation() async throws -> Int? {
        try await database.read { db in try Int.fetchOne(db, sql: "SELECT number FROM generation") }
    }
}
