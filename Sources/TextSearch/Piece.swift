/// A stretch of text, and whether it is what was looked for.
package struct Piece: Sendable, Equatable {
    package let text: String
    package let isMatch: Bool

    package init(text: String, isMatch: Bool) {
        self.text = text
        self.isMatch = isMatch
    }
}
