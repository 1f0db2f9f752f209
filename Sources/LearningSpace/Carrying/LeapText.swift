import Foundation
import Storage

/// The words in what other systems mark up.
enum LeapText {
    private static let blocks: Set = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "pre", "ul", "ol", "table", "dt",
        "dd",
    ]

    static func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    static func words(of node: LeapNode) -> String {
        switch node.attributes["type"] ?? "text" {
        case "xhtml": return tidied(marked(node))
        case "html": return ofHTML(node.exactText)
        default: return PlainText.cleaned(node.exactText)
        }
    }

    /// Blocks stand on lines of their own; space is folded as a browser folds it.
    private static func marked(_ node: LeapNode) -> String {
        node.children.map { child in
            switch child {
            case .text(let text):
                let words = line(text)
                let (before, after) = (text.first?.isWhitespace == true, text.last?.isWhitespace == true)
                return words.isEmpty ? (text.isEmpty ? "" : " ") : (before ? " " : "") + words + (after ? " " : "")
            case .element(let element):
                if element.name == "br" { return "\n" }
                let inside = marked(element)
                let start = element.name == "li" ? "\n- " : element.name == "p" ? "\n\n" : "\n"
                return blocks.contains(element.name) ? start + inside + "\n" : inside
            }
        }.joined()
    }

    /// Text of HTML that was sent as text. What comes of it is shown as words alone, so a tag that slips through is one.
    static func ofHTML(_ html: String) -> String {
        let broken = line(html).replacing(/<(br|hr)[^>]*>/.ignoresCase(), with: "\n")
            .replacing(/<li[^>]*>/.ignoresCase(), with: "\n- ")
            .replacing(/<\/?(p|div|h[1-6]|tr|ul|ol|table|blockquote|pre)[^>]*>/.ignoresCase(), with: "\n")
            .replacing(/<[^>]*>/, with: "")
        let named = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'")]
        let decoded = named.reduce(broken) { $0.replacing($1.0, with: $1.1) }
            .replacing(/&#(x?)([0-9A-Fa-f]{1,6});/) { match in
                let scalar = UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
                return scalar.map { String(Character($0)) } ?? ""
            }
        return tidied(decoded.replacing("&amp;", with: "&"))
    }

    private static func tidied(_ text: String) -> String {
        let lines = PlainText.cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.joined(separator: "\n").replacing(/\n{3,}/, with: "\n\n")
    }
}
