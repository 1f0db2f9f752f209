import CCmark

/// Walks the tree that cmark made of a text into values. Nodes belong to the tree: nothing here is freed but iterators.
struct TreeReader {
    /// Quotes, lists and emphasis within one another. What is deeper keeps its words alone, so that neither this walk
    /// nor a page's templates can run out of stack.
    static let deepest = 12
    /// What comes after so many links is shown as text: each can hold an address 2,000 bytes long.
    static let mostLinks = 200
    private var links = 0
    private var isInLink = false

    mutating func blocks(in node: OpaquePointer, depth: Int = 0) -> [Block] {
        var blocks: [Block] = []
        for child in Self.children(of: node) {
            if let block = block(child, depth: depth) { blocks.append(block) }
        }
        return blocks
    }

    private mutating func block(_ node: OpaquePointer, depth: Int) -> Block? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(in: node))
        case CMARK_NODE_HEADING:
            return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(in: node))
        case CMARK_NODE_CODE_BLOCK: return .code(Self.literal(node))
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        case CMARK_NODE_HTML_BLOCK: return .code(Self.literal(node))
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
            guard depth < Self.deepest else {
                let words = Self.words(in: node)
                return words.isEmpty ? nil : .paragraph([.text(words)])
            }
            return container(node, depth: depth + 1)
        default: return nil
        }
    }

    private mutating func container(_ node: OpaquePointer, depth: Int) -> Block {
        guard cmark_node_get_type(node) == CMARK_NODE_LIST else { return .quote(blocks(in: node, depth: depth)) }
        var items: [[Block]] = []
        for item in Self.children(of: node) { items.append(blocks(in: item, depth: depth)) }
        let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return .list(start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
    }

    private mutating func inlines(in node: OpaquePointer, depth: Int = 0) -> [Inline] {
        var inlines: [Inline] = []
        for child in Self.children(of: node) { inlines += inline(child, depth: depth) }
        return inlines
    }

    private mutating func inline(_ node: OpaquePointer, depth: Int) -> [Inline] {
        switch cmark_node_get_type(node) {
        // HTML is shown as it was typed.
        case CMARK_NODE_HTML_INLINE: return [.text(Self.literal(node))]
        case CMARK_NODE_TEXT: return linked(Self.literal(node))
        case CMARK_NODE_CODE: return [.code(Self.literal(node))]
        // Who presses return once means a new line.
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return [.lineBreak]
        // A picture would be fetched from somewhere and tell who looks: its words stay.
        case CMARK_NODE_IMAGE: return [.text(Self.words(in: node))]
        case _ where depth >= Self.deepest: return [.text(Self.words(in: node))]
        case CMARK_NODE_EMPH: return [.emphasis(inlines(in: node, depth: depth + 1))]
        case CMARK_NODE_STRONG: return [.strong(inlines(in: node, depth: depth + 1))]
        case CMARK_NODE_LINK: return link(node, depth: depth)
        default: return []
        }
    }

    /// A link that may not be one shows its words and where it would have led.
    private mutating func link(_ node: OpaquePointer, depth: Int) -> [Inline] {
        let typed = cmark_node_get_url(node).map { Self.visible(String(cString: $0)) } ?? ""
        isInLink = true
        defer { isInLink = false }
        let words = inlines(in: node, depth: depth + 1)
        if links < Self.mostLinks, let address = WebAddress(typed), !words.isEmpty {
            links += 1
            return [.link(words, to: address)]
        }
        // An address this long is no help to anybody.
        let isTold = typed.isEmpty || typed.utf8.count > WebAddress.longest || words == [.text(typed)]
        return words + (isTold ? [] : [.text(" (\(typed))")])
    }

    /// Makes links of addresses that stand in a text as they are, which people write more often than any sign.
    private mutating func linked(_ text: String) -> [Inline] {
        guard !isInLink, text.contains("://") else { return [.text(text)] }
        var (inlines, rest): ([Inline], Substring) = ([], text[...])
        while links < Self.mostLinks, let found = rest.firstMatch(of: /https?:\/\/[^\s]+/) {
            // What ends a sentence or closes a bracket does not belong to an address.
            let end = found.output.lastIndex { !".,;:!?)'’”*_".contains($0) } ?? found.startIndex
            let typed = String(found.output[...end])
            guard let address = WebAddress(typed) else { break }
            if found.startIndex > rest.startIndex { inlines.append(.text(String(rest[..<found.startIndex]))) }
            inlines.append(.link([.text(typed)], to: address))
            links += 1
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? inlines : inlines + [.text(String(rest))]
    }

    /// Whatever stands within, as one line. By cmark's iterator, which does not recurse.
    private static func words(in node: OpaquePointer) -> String {
        guard let walk = cmark_iter_new(node) else { return "" }
        defer { cmark_iter_free(walk) }
        var words: [String] = []
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(walk) else { continue }
            switch cmark_node_get_type(inner) {
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
                words.append(" ")
            default: words.append(literal(inner))
            }
        }
        return words.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { visible(String(cString: $0)) } ?? ""
    }

    /// Without the control characters that `&#1;` stands for: no index, feed or page takes them.
    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    private static func children(of node: OpaquePointer) -> some Sequence<OpaquePointer> {
        sequence(state: cmark_node_first_child(node)) { next in
            defer { next = next.flatMap { cmark_node_next($0) } }
            return next
        }
    }
}
