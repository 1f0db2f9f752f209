/// What somebody typed into a search field, understood: words in their order, phrases in quotes, `-what not`.
///
/// Nothing typed is ever an error: an odd quote, a lone minus, brackets, NUL and emoji are as if they were not there.
package struct Typed: Sendable, Equatable {
    /// Unicode scalars that are looked at, words among them, and scalars of a word: who types more says no more.
    package static let longestText = 4_000
    package static let mostWords = 400
    package static let longestWord = 64

    /// As typed, cut at `longestText`.
    package let text: String
    /// In the order typed, repeats kept; those in quotes are among them, those of `without` are not.
    package let words: [Word]
    /// Which of the words stood in quotes together: to be found side by side, as they are spelt.
    package let phrases: [Range<Int>]
    /// Which of the words were typed as one: `e-mail`, `befriending-service`, `R.S.P.C.A.`.
    package let compounds: [Range<Int>]
    /// What must not be found: words and phrases after a minus.
    package let without: [[String]]
    /// The last word has nothing after it, so it may be the beginning of another.
    package let isUnfinished: Bool

    package init(_ typed: String) {
        let text = String(typed.unicodeScalars.prefix(Self.longestText))
        let quoted = Self.quoted(in: text)
        var reading = Reading()
        for word in Word.all(in: text).prefix(Self.mostWords) {
            let quotes = quoted.first { $0.contains(word.place.lowerBound) }
            let isJoined = reading.last.map { $0.quotes == quotes && Self.areJoined($0.word, word, in: text) } ?? false
            let start = quotes?.lowerBound ?? word.place.lowerBound
            reading.take(word, in: quotes, isJoined: isJoined, isUnwanted: Self.followsMinus(start, in: text))
        }
        self.text = text
        words = reading.words
        phrases = reading.phrases
        compounds = reading.compounds
        without = reading.without
        isUnfinished = words.last?.place.upperBound == text.endIndex
    }

    /// What was understood up to a word.
    private struct Reading {
        var words: [Word] = []
        var phrases: [Range<Int>] = []
        var compounds: [Range<Int>] = []
        var without: [[String]] = []
        var last: (word: Word, quotes: Range<String.Index>?, isUnwanted: Bool)?

        mutating func take(_ word: Word, in quotes: Range<String.Index>?, isJoined: Bool, isUnwanted: Bool) {
            let isBeside = quotes != nil && last?.quotes == quotes
            // A minus is for all that stands in one pair of quotes, or is joined.
            let isUnwanted = isBeside || isJoined ? last?.isUnwanted ?? isUnwanted : isUnwanted
            defer { last = (word, quotes, isUnwanted) }
            guard !isUnwanted else {
                if isBeside || isJoined {
                    without[without.count - 1].append(word.text)
                } else {
                    without.append([word.text])
                }
                return
            }
            words.append(word)
            if quotes != nil {
                phrases.append((isBeside ? phrases.removeLast().lowerBound : words.count - 1)..<words.count)
            }
            if isJoined {
                let goesOn = compounds.last?.upperBound == words.count - 1
                compounds.append((goesOn ? compounds.removeLast().lowerBound : words.count - 2)..<words.count)
            }
        }
    }

    /// What stands between a quote and the next; one too many at the end is no quote.
    private static func quoted(in text: String) -> [Range<String.Index>] {
        let quotes = text.unicodeScalars.indices.filter {
            "\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(text.unicodeScalars[$0])
        }
        return stride(from: 0, to: quotes.count - 1, by: 2).map { quotes[$0]..<quotes[$0 + 1] }
    }

    /// Whether a hyphen alone stands between two words, or a full stop between two letters.
    private static func areJoined(_ left: Word, _ right: Word, in text: String) -> Bool {
        switch text[left.place.upperBound..<right.place.lowerBound] {
        case "-", "\u{2010}", "\u{2011}": true
        case ".": left.text.count == 1 && right.text.count == 1 && !left.hasDigit && !right.hasDigit
        default: false
        }
    }

    /// Whether a minus stands right before, and nothing or a space before that: `dogs - cats` and `9-5` leave out nothing.
    private static func followsMinus(_ place: String.Index, in text: String) -> Bool {
        let before = text.unicodeScalars[..<place]
        guard before.last == "-" || before.last == "\u{2212}" else { return false }
        return before.dropLast().last.map { $0.properties.isWhitespace || $0 == "(" } ?? true
    }
}

extension Typed {
    /// Whether a word stood in quotes: then it is meant as it is spelt.
    package func isQuoted(_ word: Int) -> Bool { phrases.contains { $0.contains(word) } }

    /// Nothing to look for; there may still be something to leave out.
    package var isEmpty: Bool { words.isEmpty }

    /// The text with some of its words replaced by others, everything around them as it was.
    package func replacing(_ changes: [(words: Range<Int>, by: String)]) -> String {
        var result = ""
        var place = text.startIndex
        for change in changes.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
            guard let first = words[change.words].first, let last = words[change.words].last,
                first.place.lowerBound >= place
            else { continue }
            result += text[place..<first.place.lowerBound] + change.by
            place = last.place.upperBound
        }
        return result + text[place...]
    }
}
