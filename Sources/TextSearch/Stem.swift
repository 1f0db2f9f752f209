import Foundation

/// The words of running text in the form in which an inflected word meets its own others: `applied`, `applies` and
/// `applying` are one, `personality` and `person` are two.
///
/// The first step of Porter's algorithm alone (<https://tartarus.org/martin/PorterStemmer/def.txt>), which takes plurals,
/// `-ed` and `-ing`. The later steps, which FTS5's `porter` takes too, make one of words that point to different
/// things.
package enum Stem {
    /// The stems of a text, in its order, without marks. `%` and `£` are words too: in a question they mean something.
    package static func all(in text: String) -> [String] { words(in: text).map(of) }

    /// The same words, as they are written but for capitals and accents.
    package static func words(in text: String) -> [String] {
        if let plain = PlainWords(text) { return plain.all }
        var words: [String] = []
        var word = ""
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in text.lowercased().folded {
            switch character {
            // `can't` is one word.
            case "'", "\u{2019}": continue
            case "%", "£":
                finish()
                words.append(character == "%" ? "percent" : "pounds")
            case _ where character.isLetter || character.isNumber: word.append(character)
            default: finish()
            }
        }
        finish()
        return words
    }

    package static func of(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.count > 2, letters.allSatisfy({ $0 < 0x80 }) else { return word }
        var stem = withoutTense(withoutPlural(letters))
        if stem.last == UInt8(ascii: "y"), hasVowel(stem.dropLast()) { stem[stem.count - 1] = UInt8(ascii: "i") }
        if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
        return String(decoding: stem, as: UTF8.self)
    }

    private static func withoutPlural(_ word: [UInt8]) -> [UInt8] {
        if ends(word, "sses") || ends(word, "ies") { return word.dropLast(2) }
        return ends(word, "s") && !ends(word, "ss") ? word.dropLast() : word
    }

    private static func withoutTense(_ word: [UInt8]) -> [UInt8] {
        if ends(word, "eed") { return measure(word.dropLast(3)) > 0 ? word.dropLast() : word }
        let ending = ends(word, "ed") ? 2 : ends(word, "ing") ? 3 : 0
        guard ending > 0, hasVowel(word.dropLast(ending)) else { return word }
        let stem = Array(word.dropLast(ending))
        let e = UInt8(ascii: "e")
        if ends(stem, "at") || ends(stem, "bl") || ends(stem, "iz") { return stem + [e] }
        if let last = stem.last, stem.dropLast().last == last, !isVowel(stem[...], stem.count - 1),
            !"lsz".utf8.contains(last)
        {
            return stem.dropLast()
        }
        return measure(stem[...]) == 1 && endsShort(stem[...]) ? stem + [e] : stem
    }

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }

    private static func isVowel(_ word: ArraySlice<UInt8>, _ place: Int) -> Bool {
        "aeiou".utf8.contains(word[place])
            || (word[place] == UInt8(ascii: "y") && place > 0 && !isVowel(word, place - 1))
    }

    private static func hasVowel(_ word: ArraySlice<UInt8>) -> Bool { word.indices.contains { isVowel(word, $0) } }

    /// How often a vowel is followed by a consonant: Porter's m.
    private static func measure(_ word: ArraySlice<UInt8>) -> Int {
        word.indices.dropFirst().count { isVowel(word, $0 - 1) && !isVowel(word, $0) }
    }

    /// Consonant, vowel, consonant, as in `hop`: there an `e` was dropped, or none was there.
    private static func endsShort(_ word: ArraySlice<UInt8>) -> Bool {
        let end = word.count - 1
        return end > 1 && !isVowel(word, end) && isVowel(word, end - 1) && !isVowel(word, end - 2)
            && !"wxy".utf8.contains(word[end])
    }
}

extension String {
    /// Without accents: `café` is `cafe`.
    fileprivate var folded: String {
        folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
