/// Highlights as data: FTS5 marks a match with two control characters, which no page ever sees.
package enum Highlight {
    /// `char(2)`, for `highlight()` and `snippet()`. No indexed text may hold it: clean the text first.
    package static let open = "\u{2}"
    /// `char(3)`.
    package static let close = "\u{3}"

    /// The text in pieces, none of them empty; joined they are the text without its marks, whatever the marks are.
    package static func pieces(of marked: String) -> [Piece] {
        var pieces: [Piece] = []
        var text = String.UnicodeScalarView()
        var isMatch = false

        func finish() {
            if !text.isEmpty { pieces.append(Piece(text: String(text), isMatch: isMatch)) }
            text = String.UnicodeScalarView()
        }

        for scalar in marked.unicodeScalars {
            switch scalar {
            case "\u{2}", "\u{3}":
                finish()
                isMatch = scalar == "\u{2}"
            default: text.append(scalar)
            }
        }
        finish()
        return pieces
    }
}
