import CCmark

/// A text that somebody wrote in Markdown, as values: never markup, and nothing that a browser would fetch.
package struct Passage: Sendable, Equatable {
    package let blocks: [Block]

    /// A text beyond this is shown as it was typed, in paragraphs: cmark would take long over it.
    private static let mostBytes = 100_000
    /// Brackets × bytes. cmark looks back from each bracket, and copies a reference's address to each of its uses: the
    /// product bounds both. An answer of 20,000 characters may hold 500 brackets.
    private static let mostWork = 10_000_000

    package init(_ text: String) {
        let bytes = Array(text.utf8)
        let brackets = bytes.count { $0 == UInt8(ascii: "[") }
        guard bytes.count <= Self.mostBytes, brackets * bytes.count <= Self.mostWork,
            let root = bytes.withUnsafeBufferPointer(Self.parsed)
        else {
            blocks = Self.asTyped(text)
            return
        }
        defer { cmark_node_free(root) }
        var reader = TreeReader()
        blocks = reader.blocks(in: root)
    }

    private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }

    private static func asTyped(_ text: String) -> [Block] {
        text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.map { .paragraph([.text(String($0))]) }
    }
}

extension Passage {
    /// The words alone, for an index or a feed.
    package var plain: String { blocks.map(Self.plain).filter { !$0.isEmpty }.joined(separator: "\n\n") }

    private static func plain(_ block: Block) -> String {
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines): plain(inlines)
        case .list(_, let items): items.map { $0.map(plain).joined(separator: "\n") }.joined(separator: "\n")
        case .quote(let blocks): blocks.map(plain).joined(separator: "\n\n")
        case .code(let text): text.hasSuffix("\n") ? String(text.dropLast()) : text
        case .rule: ""
        }
    }

    private static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let within), .strong(let within), .link(let within, _): plain(within)
            case .lineBreak: "\n"
            }
        }.joined()
    }
}
