import Testing
import TextSearch

@Suite("Spelling")
struct SpellingTests {
    @Test(
        "counts letters to add, drop, change or swap",
        arguments: [
            ("dog", "dog", 0), ("dog", "dogs", 1), ("hopsice", "hospice", 1), ("musem", "museum", 1),
            ("cat", "dog", nil),
            ("voluntering", "volunteering", 1), ("befreinding", "befriending", 1), ("", "ab", 2), ("", "abc", nil),
        ] as [(String, String, Int?)])
    func distance(left: String, right: String, expected: Int?) {
        #expect(Spelling.distance(Array(left), Array(right), atMost: 2) == expected)
        #expect(Spelling.distance(Array(right), Array(left), atMost: 2) == expected)
    }

    @Test(
        "picks the closest word, then the same first letter, then the most frequent",
        arguments: [
            ("musem", "museum"), ("cares", "cared"), ("dgo", nil), ("zzzzzz", nil), ("gardning", "gardening"),
            ("pards", "cards"),
        ] as [(String, String?)])
    func nearest(typed: String, expected: String?) {
        let words = [("museum", 9), ("care", 50), ("cards", 3), ("dog", 8), ("gardening", 4), ("cared", 60)]
        #expect(Spelling.nearest(to: typed, in: words.map { (word: $0.0, rows: $0.1) }) == expected)
    }
}
