/// One search, as every engine is asked it.
package struct SearchQuery: Codable, Equatable, Sendable {
    package enum Demand: String, Codable, Sendable {
        case all, any
        /// Side by side.
        case phrase
        /// All, of the last of which the beginning is typed.
        case prefix
    }

    package struct Around: Codable, Equatable, Sendable {
        package let latitude: Double
        package let longitude: Double
        package let miles: Int
    }

    package let kind: SearchClass
    /// In lower case, as written, not stemmed.
    package let words: [String]
    package let demand: Demand
    package var around: Around?
    /// As in the national taxonomy.
    package var cause: String?

    /// For FTS5; nil without words.
    var match: String? {
        guard !words.isEmpty else { return nil }
        let quoted = words.map { "\"\($0)\"" }
        switch demand {
        case .all: return quoted.joined(separator: " ")
        case .any: return quoted.joined(separator: " OR ")
        case .phrase: return quoted.joined(separator: " + ")
        case .prefix: return quoted.joined(separator: " ") + " *"
        }
    }
}
