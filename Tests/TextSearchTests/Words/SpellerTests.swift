import Testing

@testable import TextSearch

@Suite("The speller")
struct SpellerTests {
    @Test(
        "finds the word that was meant",
        arguments: [
            ("musem", "museum"), ("befreinding", "befriending"), ("voluntering", "volunteering"),
            ("gardning", "gardening"),
            ("refugess", "refugees"), ("asylm", "asylum"), ("dgos", "dogs"), ("childern", "children"),
            ("vlounteeirng", "volunteering"), ("dog", nil), ("dgo", nil), ("gardening", nil), ("covid19x", nil),
            ("zzzzzzzz", nil), ("", nil), ("bänk", "bank"), ("日本語学", "日本語"),
        ] as [(String, String?)])
    func nearest(typed: String, meant: String?) {
        #expect(Self.speller.nearest(to: typed, heldBy: Self.held(typed))?.word == meant)
    }

    @Test("prefers fewer slips, then the same first letter, then more documents, then the alphabet")
    func order() {
        let speller = Speller(
            [
                ("cares", 5), ("cards", 50), ("wards", 900), ("parts", 5), ("ports", 5), ("volunteer", 1),
                ("volunteers", 900),
            ].map { (word: $0.0, documents: $0.1) }, documents: 1_000)
        #expect(speller.nearest(to: "carts", heldBy: 0)?.word == "cards")
        #expect(speller.nearest(to: "xarts", heldBy: 0)?.word == "parts")
        #expect(speller.nearest(to: "pxrts", heldBy: 0)?.word == "parts")
        #expect(speller.nearest(to: "voluntear", heldBy: 0) == .init(word: "volunteer", documents: 1, slips: 1))
        #expect(speller.nearest(to: "voluntearz", heldBy: 0) == .init(word: "volunteers", documents: 900, slips: 2))
    }

    @Test("takes a word in one or two of very many documents for a slip, where one in ten times as many is close")
    func nearlyUnknown() {
        let vocabulary = [("donation", 2), ("nation", 19), ("donatino", 1)].map { (word: $0.0, documents: $0.1) }
        let large = Speller(vocabulary, documents: 1_000_000)
        #expect(large.nearest(to: "donation", heldBy: 2) == nil)
        #expect(large.nearest(to: "donation", heldBy: 1)?.word == "nation")
        #expect(large.nearest(to: "donation", heldBy: 3) == nil)
        #expect(Speller(vocabulary, documents: 340).nearest(to: "donation", heldBy: 1) == nil)
    }

    @Test("leaves out what too few documents hold")
    func atLeast() {
        let vocabulary = [("befriendnig", 1), ("befriending", 2)].map { (word: $0.0, documents: $0.1) }
        let typed = "befriendni"
        #expect(Speller(vocabulary, documents: 9).nearest(to: typed, heldBy: 0)?.word == "befriendnig")
        #expect(Speller(vocabulary, documents: 9, atLeast: 2).nearest(to: typed, heldBy: 0)?.word == "befriending")
        #expect(Speller([], documents: 0).nearest(to: typed, heldBy: 0) == nil)
    }

    static let counts = [
        "museum": 9, "befriending": 50, "volunteering": 200, "gardening": 30, "refugees": 12, "asylum": 11, "dogs": 40,
        "dog": 60, "children": 90, "walking": 33, "bank": 5, "日本語": 3, "book": 20, "shop": 80, "bookshop": 7,
        "care": 300,
        "home": 100, "the": 900, "car": 9, "pet": 10, "carpet": 2, "team": 100, "leader": 30, "leaders": 4,
    ]
    static let speller = Speller(
        counts.sorted { $0.key < $1.key }.map { (word: $0.key, documents: $0.value) }, documents: 1_000)
    static func held(_ word: String) -> Int { counts[word] ?? 0 }
}
