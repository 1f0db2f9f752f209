import Foundation

extension Typed {
    /// A word, and where it stands.
    package struct Word: Sendable, Equatable {
        /// In lower case and without accents, at most `longestWord` scalars of letters, digits and inner apostrophes.
        package let text: String
        /// In the text that was typed.
        package let place: Range<String.Index>

        package var hasDigit: Bool { text.unicodeScalars.contains(where: Self.isNumber) }
    }
}

extension Typed.Word {
    /// The runs of letters and digits. An apostrophe between two of them stays, as in `can't`; soft hyphens and the
    /// invisible signs of right-to-left text are passed over.
    static func all(in text: String) -> [Typed.Word] {
        let scalars = text.unicodeScalars
        var words: [Typed.Word] = []
        var spelt = String.UnicodeScalarView()
        var start = scalars.startIndex
        var end = scalars.startIndex
        var apostrophe = false

        func finish() {
            let word = folded(String(spelt))
            if !word.isEmpty { words.append(Typed.Word(text: word, place: start..<end)) }
            spelt = String.UnicodeScalarView()
            apostrophe = false
        }

        for place in scalars.indices {
            let scalar = scalars[place]
            // A mark on nothing is no word.
            if isLetter(scalar) || (!spelt.isEmpty && isMark(scalar)) {
                if spelt.isEmpty { start = place }
                if apostrophe { spelt.append("'") }
                apostrophe = false
                spelt.append(scalar)
                end = scalars.index(after: place)
            } else if !scalar.isASCII, scalar.properties.generalCategory == .format {
                continue
            } else if !spelt.isEmpty, !apostrophe, isApostrophe(scalar) {
                apostrophe = true
            } else {
                finish()
            }
        }
        finish()
        return words
    }

    private static func folded(_ word: String) -> String {
        var plain = word.lowercased()
        if !plain.utf8.allSatisfy({ $0 < 0x80 }) {
            plain = plain.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            // What folding makes of a rare letter can be a sign, and of two accents on one letter it leaves one.
            let letters = plain.unicodeScalars.filter { isLetter($0) || (isMark($0) && !isAccent($0)) || $0 == "'" }
            plain = String(String.UnicodeScalarView(letters.drop { !isLetter($0) }))
        }
        if plain.utf8.count > Typed.longestWord { plain = String(plain.unicodeScalars.prefix(Typed.longestWord)) }
        // Cut there, or folded so.
        while plain.unicodeScalars.last == "'" { plain.unicodeScalars.removeLast() }
        return plain
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}"
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return true
        case .modifierLetter: return !isApostrophe(scalar)
        default: return isNumber(scalar)
        }
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    /// An accent of Latin, Greek and Cyrillic letters: the marks of other scripts are letters to those who read them.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { ("\u{300}"..."\u{36F}").contains(scalar) }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
