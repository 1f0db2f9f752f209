import Testing

@testable import Markdown

struct PassageTests {
    private static let site = WebAddress("https://www.acas.org.uk/a?b=c&d")

    @Test(arguments: [
        ("One.\n\nTwo.", [Block.paragraph([.text("One.")]), .paragraph([.text("Two.")])]),
        ("One\ntwo", [.paragraph([.text("One"), .lineBreak, .text("two")])]),
        ("## Head", [.heading(level: 2, [.text("Head")])]),
        ("- a\n- b", [.list(start: nil, items: [[.paragraph([.text("a")])], [.paragraph([.text("b")])]])]),
        ("7. a", [.list(start: 7, items: [[.paragraph([.text("a")])]])]),
        ("> a", [.quote([.paragraph([.text("a")])])]),
        ("    code <b>\n", [.code("code <b>\n")]),
        ("***", [.rule]),
        (
            "**a** *b* `c`",
            [
                .paragraph([
                    .strong([.text("a")]), .text(" "), .emphasis([.text("b")]), .text(" "), .code("c"),
                ])
            ]
        ),
        ("", []),
    ])
    func `a passage is read into values`(text: String, blocks: [Block]) {
        #expect(Passage(text).blocks == blocks)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "a <b>c</b>",
        "<style>@import url(//x)</style>", "<!-- a -->", "&lt;b&gt;", "<iframe src=\"https://x.org\">",
    ])
    func `HTML is shown as it was typed, and no value but text and code holds it`(text: String) {
        let shown = Passage(text).plain
        #expect(shown.contains("<"))
        #expect(Passage(text).blocks.allSatisfy { if case .code = $0 { true } else { Self.isText($0) } })
    }

    @Test func `a picture is its words and leads nowhere`() {
        #expect(
            Passage("See ![a *map*](https://spy.example/x.png) and ![](https://spy.example/y.png).").blocks == [
                .paragraph([.text("See "), .text("a map"), .text(" and "), .text(""), .text(".")])
            ])
        #expect(!Passage("[![map](https://spy.example/x.png)](https://a.org)").plain.contains("spy"))
    }

    @Test func `a link leads to a site or a mailbox`() throws {
        let site = try #require(Self.site)
        #expect(
            Passage("[Acas](https://www.acas.org.uk/a?b=c&d)").blocks == [
                .paragraph([.link([.text("Acas")], to: site)])
            ])
        #expect(
            Passage("<https://www.acas.org.uk/a?b=c&d>").blocks == [
                .paragraph([.link([.text(site.text)], to: site)])
            ])
        let mail = try #require(WebAddress("mailto:desk@example.org"))
        #expect(Passage("<desk@example.org>").blocks == [.paragraph([.link([.text("desk@example.org")], to: mail)])])
    }

    @Test func `an address in a text is a link without the sign that ends the sentence`() throws {
        let (one, two) = (try #require(WebAddress("https://a.org/x")), try #require(WebAddress("http://b.org")))
        #expect(
            Passage("See https://a.org/x. (Or http://b.org)").blocks == [
                .paragraph([
                    .text("See "), .link([.text(one.text)], to: one), .text(". (Or "),
                    .link([.text(two.text)], to: two), .text(")"),
                ])
            ])
        #expect(Passage("[https://a.org/x](http://b.org)").blocks == [.paragraph([.link([.text(one.text)], to: two)])])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//spy.example",
        "/desk", "https://bank.example@spy.example/", "https:spy", "https://", "http:///x", "ftp://a.org",
        "https://bücher.example/", "mailto:a@b.org?bcc=c@d.org", "mailto:@", "java&#10;script:alert(1)",
        "https://a.org/%0\u{202E}gpj",
    ])
    func `any other address is shown as text beside the words`(address: String) {
        let blocks = Passage("[words](\(address)) after").blocks
        #expect(blocks.allSatisfy(Self.isText), "\(blocks)")
        #expect(Passage("[words](\(address)) after").plain.hasPrefix("words"))
    }

    @Test func `control characters cannot be written as entities`() {
        #expect(
            Passage("a&#1;&#2;&#3;b `c&#2;` [d](https://e.org/&#3;)").plain.unicodeScalars.allSatisfy { $0.value > 31 })
        #expect(Passage("a&#0;b").plain == "a\u{FFFD}b")
    }

    /// Beyond 12 levels the words alone are kept.
    @Test(arguments: ["> ", "- ", "1. "])
    func `what is nested too deep keeps its words`(mark: String) {
        let passage = Passage(String(repeating: mark, count: 3_000) + "the words")
        #expect(passage.plain.contains("the words"))
        #expect(Self.depth(passage.blocks) <= 2 * TreeReader.deepest)
    }

    @Test func `only so many links lead anywhere`() {
        let passage = Passage(String(repeating: "[a](https://a.org) ", count: 300))
        guard case .paragraph(let inlines) = passage.blocks[0] else { return #expect(Bool(false)) }
        #expect(inlines.count { if case .link = $0 { true } else { false } } == TreeReader.mostLinks)
        #expect(inlines.contains(.text(" (https://a.org)")))
    }

    /// A limit of time, wide for a debug build on a busy machine: without the bounds the first takes minutes.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "[", "![", ">", "> ", "- ", "*a ", "**a *a ", "*_", "`", "<", "<!--", "[a](", "![[]()", "a\n", "\\", "&",
            "* a\n",
        ])
    func `a megabyte of anything is read in a moment`(mark: String) {
        for bytes in [20_000, 99_999, 1_000_000] {
            let passage = Passage(String(repeating: mark, count: bytes / mark.utf8.count))
            #expect(Self.depth(passage.blocks) <= 2 * TreeReader.deepest)
        }
    }

    @Test func `an address is not copied to thousands of uses`() {
        let text =
            "[a]: https://a.org/" + String(repeating: "b", count: 40_000) + "\n\n"
            + String(repeating: "[a]", count: 15_000)
        #expect(Passage(text).plain.utf8.count <= text.utf8.count)
    }

    private static func isText(_ block: Block) -> Bool {
        if case .paragraph(let inlines) = block {
            inlines.allSatisfy { if case .text = $0 { true } else { false } }
        } else {
            false
        }
    }

    private static func depth(_ blocks: [Block]) -> Int {
        blocks.map { block in
            switch block {
            case .quote(let inner): 1 + depth(inner)
            case .list(_, let items): 1 + (items.map(depth).max() ?? 0)
            case .paragraph(let inlines), .heading(_, let inlines): depth(of: inlines)
            case .code, .rule: 0
            }
        }.max() ?? 0
    }

    private static func depth(of inlines: [Inline]) -> Int {
        inlines.map { inline in
            switch inline {
            case .emphasis(let inner), .strong(let inner), .link(let inner, _): 1 + depth(of: inner)
            case .text, .code, .lineBreak: 0
            }
        }.max() ?? 0
    }
}
