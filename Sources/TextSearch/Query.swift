import Foundation

/// Words someone typed, made safe for an FTS5 `MATCH`.
///
/// Nothing typed can be syntax: only letters, digits and apostrophes inside a word survive, and each word is quoted.
/// So `c++`, `"unbalanced`, `a AND`, brackets, NUL and emoji are words or nothing, never an error.
package struct Query: Sendable, Equatable {
    /// More words than this cost time and find nothing: the rest is not looked at.
    package static let mostWords = 32
    /// Longer than any English word; the rest of a longer run is dropped.
    package static let longestWord = 64

    /// In lower case, each once, in the order typed; without words like "the", unless nothing else was typed.
    package let words: [String]

    package init(_ typed: String) {
        let spoken = Self.spelled(typed)
        let telling = spoken.filter { !Self.commonplace.contains($0) }
        words = telling.isEmpty ? spoken : telling
    }

    package var isEmpty: Bool { words.isEmpty }

    package enum Demand: Sendable { case all, any }

    /// What stands after `MATCH`; nil when there is nothing to look for, which FTS5 would refuse.
    package func expression(_ demand: Demand) -> String? {
        guard !isEmpty else { return nil }
        // A space is FTS5's own "and": unlike the word AND it passes over a word its older Unicode tables take for
        // punctuation, instead of finding nothing.
        return words.map(Self.quoted).joined(separator: demand == .all ? " " : " OR ")
    }

    package static func quoted(_ word: String) -> String { "\"\(word)\"" }

    /// The runs of letters and digits, as the `unicode61` tokenizer sees them.
    ///
    /// An apostrophe between two of them stays, so that `can't` is asked for as the phrase `can t`, which is how it
    /// was indexed, and does not find every `can`.
    private static func spelled(_ typed: String) -> [String] {
        var words: [String] = []
        var seen: Set<String> = []
        var word = String.UnicodeScalarView()
        var apostrophe = false

        func finish() {
            let text = String(String.UnicodeScalarView(word.prefix(longestWord))).lowercased()
            if !text.isEmpty, seen.insert(text).inserted { words.append(text) }
            word = String.UnicodeScalarView()
            apostrophe = false
        }

        for scalar in typed.unicodeScalars {
            if isWordPart(scalar) {
                if apostrophe { word.append("'") }
                apostrophe = false
                // A mark on nothing is not a word.
                if !word.isEmpty || !isMark(scalar) { word.append(scalar) }
            } else if !word.isEmpty, !apostrophe, scalar == "'" || scalar == "\u{2019}" {
                apostrophe = true
            } else {
                finish()
                if words.count == mostWords { break }
            }
        }
        finish()
        return Array(words.prefix(mostWords))
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: isMark(scalar)
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    /// Words that nearly every English text holds, so that asking for them changes nothing but the time it takes.
    ///
    /// "it" is not among them: people type it for computers.
    private static let commonplace: Set<String> = [
        "a", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "has", "have", "how",
        "i", "i'd", "i'm", "in", "is", "me", "my", "of", "on", "or", "so", "some", "that", "the", "their", "there",
        "this",
        "to", "want", "was", "we", "were", "what", "which", "will", "with", "would", "you", "your",
    ]
}
