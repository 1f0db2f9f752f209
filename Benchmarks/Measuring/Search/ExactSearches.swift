import Foundation

/// How many of the searches found the same best without looking at everything as by scoring all of it.
package struct ExactSearches: Encodable, Sendable {
    let kind = "exact"
    package private(set) var searches = 0
    package private(set) var equal = 0

    enum CodingKeys: String, CodingKey {
        case kind = "class"
        case searches, equal
    }

    /// - Parameter queries: those that need more than words are passed over.
    package init(_ queries: some Sequence<SearchQuery>, _ engine: EngineSearch) {
        for query in queries {
            guard let isExact = engine.isExact(query) else { continue }
            searches += 1
            if isExact { equal += 1 }
        }
    }

    /// One line of JSON.
    package func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
