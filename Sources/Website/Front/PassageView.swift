import Markdown

/// A block of a passage, as `parts/block` shows it.
struct BlockView {
    struct Item {
        let blocks: [BlockView]
    }
    var isParagraph = false
    var isLargeHeading = false
    var isSmallHeading = false
    var isBullets = false
    var isNumbers = false
    var isQuote = false
    var isRule = false
    var start = 1
    var code: String?
    var inlines: [InlineView] = []
    var blocks: [BlockView] = []
    var items: [Item] = []

    static func blocks(of text: String) -> [BlockView] { Passage(text).blocks.map(Self.init) }

    init(_ block: Block) {
        switch block {
        case .paragraph(let inlines):
            isParagraph = true
            self.inlines = inlines.map(InlineView.init)
        case .heading(let level, let inlines):
            // The page and the answer's author have the two levels above.
            (isLargeHeading, isSmallHeading) = (level < 3, level > 2)
            self.inlines = inlines.map(InlineView.init)
        case .list(let start, let items):
            (isBullets, isNumbers, self.start) = (start == nil, start != nil, start ?? 1)
            self.items = items.map { Item(blocks: $0.map(BlockView.init)) }
        case .quote(let blocks):
            isQuote = true
            self.blocks = blocks.map(BlockView.init)
        case .code(let text): code = text
        case .rule: isRule = true
        }
    }
}

/// A part of a line, as `parts/inline` shows it.
struct InlineView {
    var text: String?
    var code: String?
    var isEmphasis = false
    var isStrong = false
    var isLink = false
    var isBreak = false
    /// The page that tells where a link leads.
    var href = ""
    var address = ""
    var inlines: [InlineView] = []

    init(_ inline: Inline) {
        switch inline {
        case .text(let text): self.text = text
        case .code(let code): self.code = code
        case .emphasis(let within): (isEmphasis, inlines) = (true, within.map(Self.init))
        case .strong(let within): (isStrong, inlines) = (true, within.map(Self.init))
        case .link(let within, let address):
            (isLink, inlines) = (true, within.map(Self.init))
            (href, self.address) = (LeaveSite.path(to: address), address.text)
        case .lineBreak: isBreak = true
        }
    }
}
