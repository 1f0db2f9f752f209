import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct RedactionTests {
    @Test(
        "Every place is hidden, whatever its case, and no letter or emoji is cut in two",
        .timeLimit(.minutes(10)),
        arguments: [
            ("Bob", "Bob saw bob, and BOB.", "[name] saw [name], and [name]."),
            ("aa", "aaaaa", "[name][name]a"),
            ("Nowhere", "Bob saw bob.", "Bob saw bob."),
            ("", "Bob saw bob.", "Bob saw bob."),
            ("👩", "👩‍🚀 met 👩", "👩‍🚀 met [name]"),
            ("🚀", "👩‍🚀 in a 🚀", "👩‍🚀 in a [name]"),
            ("👨‍👩‍👧", "👨‍👩‍👧‍👦 and 👨‍👩‍👧", "👨‍👩‍👧‍👦 and [name]"),
            ("👍", "👍🏽 👍", "👍🏽 [name]"),
            ("🇧🇬", "🇬🇧🇬🇧 🇧🇬", "🇬🇧🇬🇧 [name]"),
            ("e", "cafe\u{301} re", "cafe\u{301} r[name]"),
            ("\u{301}", "cafe\u{301}", "cafe\u{301}"),
            ("caf\u{E9}", "Cafe\u{301} Caf\u{C9} caf\u{E9}", "[name] [name] [name]"),
            ("Zoe", "Zoe\u{308} and Zoe", "Zoe\u{308} and [name]"),
            ("李", "李小龍", "[name]小龍"),
            ("two\nlines", "These two\nlines go.", "These [name] go."),
        ])
    func applied(words: String, text: String, expected: String) {
        let spans = Redaction.spans(of: words, as: .name, in: text, besides: [])
        let applied = Redaction.apply(spans, to: text)
        #expect(Array(applied.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("Whatever is hidden, the pieces together are the text, letter by letter", .timeLimit(.minutes(10)))
    func random() {
        let letters: [Character] = [
            "a", "A", "e", "e\u{301}", "\u{E9}", "ß", "s", "👩", "👩‍🚀", "🚀", "🇬🇧", "각", "\u{1100}", " ",
        ]
        let world = TestWorld().world
        func text(_ length: Int) -> String {
            String(world.randomBytes(length).map { letters[Int($0) % letters.count] })
        }
        for _ in 1...2_000 {
            let whole = text(30)
            var hidden: [Redaction] = []
            for _ in 1...3 {
                hidden += Redaction.spans(
                    of: text(Int(world.randomBytes(1)[0] % 3) + 1), as: .place, in: whole, besides: hidden)
            }
            let pieces = Redaction.pieces(of: whole, hidden)
            #expect(pieces.flatMap { Array($0.text) } == Array(whole))
            #expect(pieces.count { $0.kind != nil } == hidden.count)
        }
    }

    @Test("What is hidden already is not hidden again, nor a stretch across it")
    func overlap() {
        let text = "Ask Jane Smith, not Smith."
        let names = Redaction.spans(of: "Jane Smith", as: .name, in: text, besides: [])
        #expect(Redaction.spans(of: "Jane Smith", as: .place, in: text, besides: names).isEmpty)
        #expect(Redaction.spans(of: "Smith, not", as: .place, in: text, besides: names).isEmpty)
        let more = Redaction.spans(of: "smith", as: .place, in: text, besides: names)
        #expect(Redaction.apply(names + more, to: text) == "Ask [name], not [place].")
    }

    @Test(
        "Each kind has its mark",
        arguments: zip(Redaction.Kind.allCases, ["[name]", "[place]", "[employer]", "[case detail]"]))
    func marks(kind: Redaction.Kind, mark: String) {
        #expect(kind.mark == mark)
        let spans = Redaction.spans(of: "x", as: kind, in: "an x here", besides: [])
        #expect(Redaction.apply(spans, to: "an x here") == "an \(mark) here")
    }

    @Test("A published text is cut at its marks, and other brackets are text")
    func published() {
        let pieces = Redaction.pieces(ofPublished: "[name] of [employer] wrote [sic] to [case detail]")
        #expect(pieces.map(\.text) == ["[name]", " of ", "[employer]", " wrote [sic] to ", "[case detail]"])
        #expect(pieces.map(\.isMark) == [true, false, true, false, true])
        #expect(Redaction.pieces(ofPublished: "plain").map(\.text) == ["plain"])
        #expect(Redaction.pieces(ofPublished: "").isEmpty)
    }
}
