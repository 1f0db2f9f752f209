import GRDB
import Testing
import TextSearch

@Suite("A highlight")
struct HighlightTests {
    @Test(
        "becomes pieces, whatever the marks",
        arguments: [
            ("plain", [Piece(text: "plain", isMatch: false)]),
            ("", []),
            ("\u{2}\u{3}", []),
            ("walk a \u{2}dog\u{3}", [Piece(text: "walk a ", isMatch: false), Piece(text: "dog", isMatch: true)]),
            (
                "\u{2}dog\u{3} \u{2}cat\u{3}",
                [
                    Piece(text: "dog", isMatch: true), Piece(text: " ", isMatch: false),
                    Piece(text: "cat", isMatch: true),
                ]
            ),
            ("\u{3}a\u{2}b", [Piece(text: "a", isMatch: false), Piece(text: "b", isMatch: true)]),
            ("<b>\u{2}&amp;\u{3}", [Piece(text: "<b>", isMatch: false), Piece(text: "&amp;", isMatch: true)]),
        ])
    func pieces(marked: String, expected: [Piece]) {
        #expect(Highlight.pieces(of: marked) == expected)
    }

    @Test("is what FTS5 marks")
    func marked() throws {
        let marked = try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'porter unicode61')")
            try db.execute(sql: "INSERT INTO t VALUES ('Walking dogs')")
            return try String.fetchOne(
                db, sql: "SELECT highlight(t, 0, ?, ?) FROM t WHERE t MATCH '\"dog\"'",
                arguments: [Highlight.open, Highlight.close])
        }
        #expect(
            Highlight.pieces(of: try #require(marked))
                == [Piece(text: "Walking ", isMatch: false), Piece(text: "dogs", isMatch: true)])
    }
}
