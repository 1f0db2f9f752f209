package import Foundation

/// tantivy in a process of its own, which is told over its standard input when to run a round.
package final class Tantivy {
    private let process = Process()
    private let orders = Pipe()
    private let answers = Pipe()
    private var rest = Data()
    package let ready: Ready

    /// The first line it writes.
    package struct Ready: Decodable, Sendable {
        package let version: String
        package let documents: Int
        package let segments: Int
        /// Seconds, this time or when it was built.
        package let building: Double
        package let bytes: Int
    }

    /// Milliseconds of each search of a class.
    struct Timed: Decodable {
        let kind: SearchClass
        let milliseconds: [Double]

        enum CodingKeys: String, CodingKey {
            case kind = "class"
            case milliseconds
        }
    }

    /// - Parameters:
    ///   - home: the repository, with the Python environment that `bin/bench` made.
    ///   - queries: a file with one search a line.
    package init(_ corpus: CorpusFolder, queries: URL, home: URL) async throws {
        let lines = corpus.folder.appending(path: "documents.jsonl")
        if !FileManager.default.fileExists(atPath: lines.path) { try await PeerLines.write(corpus, to: lines) }
        process.executableURL = home.appending(path: ".build/bench/python/bin/python")
        process.arguments = [
            "-B", home.appending(path: "Benchmarks/tantivy/search.py").path, lines.path,
            corpus.folder.appending(path: "tantivy").path, queries.path,
        ]
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        ready = try Self.decode(Ready.self, from: try Self.line(answers, &rest))
    }

    /// One pass over all searches, the classes one after the other.
    func round() throws -> [Timed] {
        try orders.fileHandleForWriting.write(contentsOf: Data("round\n".utf8))
        var all: [Timed] = []
        while true {
            let line = try Self.line(answers, &rest)
            if line.isEmpty { return all }
            all.append(try Self.decode(Timed.self, from: line))
        }
    }

    package func stop() {
        try? orders.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    package struct Ended: Error, CustomStringConvertible {
        package let description = "tantivy's process ended before it answered; what it said stands above."
    }

    private static func line(_ pipe: Pipe, _ rest: inout Data) throws -> Data {
        while true {
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                defer { rest = Data(rest[(end + 1)...]) }
                return Data(rest[..<end])
            }
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Ended() }
            rest.append(more)
        }
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, from line: Data) throws -> Value {
        try JSONDecoder().decode(type, from: line)
    }
}
