import Foundation
import GRDB
package import Storage
package import TextSearch

/// A question everybody may read, with its answers.
package struct Published: Sendable, Identifiable {
    package let id: ID<Question>
    package let topic: Topic
    package let text: String
    package let month: Month
    package let answers: [Answer]
    /// Counts the changes made to the page.
    package let version: Int
    /// The page that takes its place.
    package let successor: Reference?
    /// The pages whose place it takes.
    package let predecessors: [Reference]
    let number: Int64

    /// A published question in a link.
    package struct Reference: Sendable, Identifiable, Equatable {
        package let id: ID<Question>
        package let title: String
    }

    /// The first sentence or so, for lists and titles.
    package var title: String { Summary.title(of: text) }
}

/// What stands at the address of a published question.
package enum PublicPage: Sendable {
    case open(Published, similar: [Published.Reference])
    case takenDown(reason: String, Month)
}

/// A published question found in a list or a search.
package struct Listed: Sendable, Identifiable {
    package let id: ID<Question>
    package let topic: Topic
    package let title: String
    /// A stretch of the question or its answer, with what was looked for.
    package let excerpt: [Piece]
    package let month: Month
}

/// A page of published questions.
package struct Listing: Sendable {
    package let total: Int
    /// Whether `total` is exact; else it is about right.
    package let isExact: Bool
    /// Those of them that hold every word; the others hold some.
    package let holdingEveryWord: Int
    /// What was looked for instead, where no page holds a word that was typed.
    package let corrected: String?
    /// Words were in quotes that no page has side by side; then they were looked for apart.
    package let isApart: Bool
    package let page: Int
    /// As many as can be turned to.
    package let pages: Int
    package let items: [Listed]

    static let pageSize = 20
}

/// Short forms of a text.
package enum Summary {
    /// The first sentence, cut at a word's end where it is long.
    package static func title(of text: String) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        if let end = line.firstIndex(where: { ".?!".contains($0) }), line.distance(from: line.startIndex, to: end) < 120
        {
            return String(line[...end])
        }
        return shortened(line, to: 110)
    }

    /// What follows the title.
    package static func rest(of text: String) -> String {
        let title = title(of: text)
        guard text.hasPrefix(title) else { return text }
        return text.dropFirst(title.count).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    package static func shortened(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let cut = text.prefix(length)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
