import Foundation
package import Storage

/// A name as its owner writes it: one line, 1 to 80 characters.
package struct PersonName: Sendable, Equatable {
    package let text: String

    package init(_ typed: String) throws(Invalid) {
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw Invalid("name", "Write the name that others will see.") }
        // As SQLite counts: one letter with its accents can be many characters.
        guard text.unicodeScalars.count <= 80 else { throw Invalid("name", "Shorten the name to 80 characters.") }
        guard text.unicodeScalars.allSatisfy({ !CharacterSet.controlCharacters.contains($0) }) else {
            throw Invalid("name", "Write the name on one line, with letters only.")
        }
    }
}
