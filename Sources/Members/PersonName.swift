import Foundation
package import Storage

/// A name as its owner writes it: one line, 1 to 80 characters.
package struct PersonName: Sendable, Equatable {
    package let text: String

    package init(_ typed: String) throws(Invalid) {
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol || $0.isPunctuation }) else {
            throw Invalid("name", "Write the name that others will see.")
        }
        // As SQLite counts: one letter with its accents can be many characters.
        guard text.unicodeScalars.count <= 80 else { throw Invalid("name", "Shorten the name to 80 characters.") }
        guard text.unicodeScalars.allSatisfy(Self.isVisible) else {
            throw Invalid("name", "Write the name on one line, with letters only.")
        }
    }

    /// Neither a control character nor one that turns the line round, which could make one name look like another.
    /// Joiners are letters' glue in Persian, Hindi and emoji.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let joiners: ClosedRange<Unicode.Scalar> = "\u{200C}"..."\u{200D}"
        return joiners.contains(scalar) || !CharacterSet.controlCharacters.contains(scalar)
    }
}
