import Questions
import Storage
import TextSearch

/// A stretch of a question, hidden or not.
struct TextPiece {
    let text: String
    let isMark: Bool

    static func pieces(ofPublished text: String) -> [TextPiece] {
        Redaction.pieces(ofPublished: text).map { TextPiece(text: $0.text, isMark: $0.isMark) }
    }
}

/// A published question in a list.
struct QuestionRow {
    let id: String
    let title: String
    let pieces: [Piece]
    let topic: String
    let slug: String
    let month: String

    init(_ listed: Listed) {
        id = listed.id.description
        title = listed.title
        pieces = listed.excerpt
        topic = listed.topic.name
        slug = listed.topic.slug
        month = listed.month.words
    }
}

enum Initials {
    /// Of the first and the last word.
    static func of(_ name: String) -> String {
        let words = name.split(separator: " ")
        return ([words.first] + (words.count > 1 ? [words.last] : [])).compactMap { $0?.first.map(String.init) }
            .joined()
    }
}

enum Paragraphs {
    /// Text as it was typed, cut at its empty lines.
    static func of(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingPrefix { $0.isWhitespace } }.filter { !$0.isEmpty }.map(
            String.init)
    }
}
