import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// What a form or a query string holds: names and values in order, a name as often as it came.
struct Form: Sendable {
    private let pairs: [(name: String, value: String)]

    /// More than any form of ours: four stages of 20,000 characters, each byte escaped.
    static let mostBytes = 1 << 20
    private static let mostPairs = 1_000

    /// - Throws: 400 where the text cannot be what a browser sent.
    init(urlEncoded text: some StringProtocol) throws {
        let parts = text.split(separator: "&")
        guard parts.count <= Self.mostPairs else { throw Self.unreadable }
        pairs = try parts.map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (try Self.decoded(sides[0]), try Self.decoded(sides.count > 1 ? sides[1] : ""))
        }
    }

    init() { pairs = [] }

    init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// The value as it was typed; nothing where the name is missing.
    subscript(name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
    func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// Everything in it that has words, for giving typed text back.
    var typed: [(name: String, value: String)] { pairs.filter { !$0.value.isEmpty } }

    /// Each name with its first value.
    var first: [String: String] {
        Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private static let unreadable = HTTPError(
        .badRequest, message: "The form could not be read. Go back and send it again.")

    private static func decoded(_ text: some StringProtocol) throws -> String {
        guard let decoded = text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding else {
            throw unreadable
        }
        return decoded
    }
}

extension Request {
    /// The form this request carries. One that takes longer than 30 s to arrive is given up: it holds a connection.
    func form() async throws -> Form {
        let type = headers[.contentType].flatMap(MediaType.init(from:))
        guard type?.isType(.applicationUrlEncoded) == true else {
            throw HTTPError(.unsupportedMediaType, message: "A form is sent as application/x-www-form-urlencoded.")
        }
        let body = body
        let buffer = try await within(seconds: 30) { try await body.collect(upTo: Form.mostBytes) }
        return try Form(urlEncoded: String(buffer: buffer))
    }

    var query: Form {
        get throws { try uri.query.map { try Form(urlEncoded: $0) } ?? Form() }
    }
}

func within<Result: Sendable>(
    seconds: Int, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw HTTPError(.requestTimeout, message: "The form took too long to arrive.")
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw HTTPError(.requestTimeout) }
        return first
    }
}
