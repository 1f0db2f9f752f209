import GRDB
import Testing
import TextSearch

@Suite("Marked words")
struct MarkedWordsTests {
    /// Marks in square brackets.
    private static func written(_ pieces: [Piece]) -> String {
        pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(
        "are found in any letters, and nothing else is",
        arguments: [
            ("Walk a dog", "Walk a [dog]"), ("DOG, dogs and hotdog", "[DOG], dogs and hotdog"), ("", ""),
            ("Dog-walking: dog.", "[Dog]-walking: [dog]."), ("Café au lait, CAFE", "[Café] au lait, [CAFE]"),
            ("cafe\u{301}s, cafe\u{301}!", "cafe\u{301}s, [cafe\u{301}]!"), ("naïve дог 犬", "naïve дог 犬"),
            ("👩‍👧 dog’s", "👩‍👧 [dog]’s"), ("<b>dog</b> &amp;", "<b>[dog]</b> &amp;"),
        ])
    func pieces(text: String, expected: String) {
        let pieces = MarkedWords(["dog", "cafe"]).pieces(of: text)
        #expect(Self.written(pieces) == expected)
        #expect(pieces.map(\.text).joined() == text)
        #expect(pieces.allSatisfy { !$0.text.isEmpty })
    }

    @Test("are the words that FTS5 cuts and folds")
    func asFTS5() throws {
        let text = "Père Noël, l’été; ÅNGSTRÖM x²y 3rd don't Straße ﬁne a\u{AD}b Ελλάδα Ёлка १२ e\u{301}te\u{301}"
        let (words, count) = try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')")
            try db.execute(sql: "CREATE VIRTUAL TABLE v USING fts5vocab('t', 'instance')")
            try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: [text])
            return (
                try String.fetchSet(db, sql: "SELECT term FROM v"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM v")
            )
        }
        #expect(MarkedWords(words).pieces(of: text).filter(\.isMatch).count == count)
    }

    @Test(
        "are shown where most of them stand, from the beginning of a sentence",
        arguments: [
            ("one two three four five six seven dog eight nine", "…five six seven [dog] eight nine"),
            ("dog one two three four five six seven cat and dog end", "…six seven [cat] and [dog] end"),
            ("one two. Three four dog five six seven eight nine", "…Three four [dog] five six seven…"),
            ("one two three four five six seven eight", "one two three four five six…"),
            ("one dog", "one [dog]"), ("", ""), ("  (dog)  ", "  ([dog])  "),
            ("dog dog a b c d e f cat g dog h i j k l", "…f [cat] g [dog] h i…"),
        ])
    func excerpt(text: String, expected: String) {
        #expect(Self.written(MarkedWords(["dog", "cat"]).excerpt(of: text, most: 6)) == expected)
    }

    @Test("without any, the beginning is shown")
    func none() {
        #expect(MarkedWords([]).isEmpty)
        #expect(Self.written(MarkedWords([]).excerpt(of: "dog cat bird", most: 2)) == "dog cat…")
    }
}
