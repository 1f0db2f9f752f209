import Foundation

/// Words to be marked in the texts that a page shows.
///
/// Not by FTS5's `highlight()` and `snippet()`, which look every word up in the index again: with its synonyms and all
/// their forms that took longer than to find what a page shows.
package struct MarkedWords: Sendable {
    private let words: Set<String>
    /// By the first byte: a bit for each length that a word with it has. Nearly all words of a text are passed over so.
    private let lengths: [UInt64]

    /// - Parameter words: as FTS5's `unicode61` spells them, in lower case and without accents.
    package init(_ words: some Sequence<String>) {
        self.words = Set(words)
        var lengths = [UInt64](repeating: 0, count: 256)
        for word in self.words {
            if let first = word.utf8.first { lengths[Int(first)] |= Self.bit(ofLength: word.utf8.count) }
        }
        self.lengths = lengths
    }

    package var isEmpty: Bool { words.isEmpty }

    /// All of a text. None of the pieces is empty; joined they are the text.
    package func pieces(of text: String) -> [Piece] {
        let utf8 = Array(text.utf8)
        return pieces(of: utf8, 0..<utf8.count, marks(on: TextToken.all(in: utf8), of: utf8))
    }

    /// The stretch of a text in which most of the words stand, from the beginning of a sentence where one is near; the
    /// beginning of the text where none of them does.
    /// - Parameter most: words it has at most.
    package func excerpt(of text: String, most: Int) -> [Piece] {
        let utf8 = Array(text.utf8)
        let tokens = TextToken.all(in: utf8)
        let marks = marks(on: tokens, of: utf8)
        let shown = stretch(of: tokens, marks, most)
        let start = shown.lowerBound == 0 ? 0 : tokens[shown.lowerBound].place.lowerBound
        let end = shown.upperBound == tokens.count ? utf8.count : tokens[shown.upperBound - 1].place.upperBound
        let cut = [Piece(text: "…", isMatch: false)]
        return (start == 0 ? [] : cut) + pieces(of: utf8, start..<end, marks.filter { shown.contains($0.token) })
            + (end == utf8.count ? [] : cut)
    }

    /// One of the words where it stands in a text.
    private struct Mark {
        let word: String
        let token: Int
        let place: Range<Int>
    }

    private func marks(on tokens: [TextToken], of utf8: [UInt8]) -> [Mark] {
        tokens.enumerated().compactMap { number, token in
            word(utf8[token.place], isPlain: token.isPlain).map { Mark(word: $0, token: number, place: token.place) }
        }
    }

    private func word(_ written: ArraySlice<UInt8>, isPlain: Bool) -> String? {
        guard isPlain else {
            // The tokenizer takes the accents off most letters, but not off all.
            let word = String(decoding: written, as: UTF8.self).lowercased()
            return [word, word.folding(options: .diacriticInsensitive, locale: nil)].first(where: words.contains)
        }
        guard let first = written.first, lengths[Int(Self.lowered(first))] & Self.bit(ofLength: written.count) != 0
        else { return nil }
        let word = String(decoding: written.map(Self.lowered), as: UTF8.self)
        return words.contains(word) ? word : nil
    }

    private static func bit(ofLength length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private func pieces(of utf8: [UInt8], _ range: Range<Int>, _ marks: [Mark]) -> [Piece] {
        var pieces: [Piece] = []
        var done = range.lowerBound
        func add(upTo end: Int, isMatch: Bool) {
            guard done < end else { return }
            pieces.append(Piece(text: String(decoding: utf8[done..<end], as: UTF8.self), isMatch: isMatch))
            done = end
        }
        for mark in marks {
            add(upTo: mark.place.lowerBound, isMatch: false)
            add(upTo: mark.place.upperBound, isMatch: true)
        }
        add(upTo: range.upperBound, isMatch: false)
        return pieces
    }

    /// Which tokens are shown: different words count first, then how many, then what comes first.
    private func stretch(of tokens: [TextToken], _ marks: [Mark], _ most: Int) -> Range<Int> {
        var best: (kinds: Int, marks: ArraySlice<Mark>) = (0, [])
        for (number, first) in marks.enumerated() {
            let held = marks[number...].prefix { $0.token < first.token + most }
            let kinds = Set(held.map(\.word)).count
            if (kinds, held.count) > (best.kinds, best.marks.count) { best = (kinds, held) }
        }
        guard let first = best.marks.first?.token, let last = best.marks.last?.token else {
            return 0..<min(most, tokens.count)
        }
        let spare = most - (last - first + 1)
        let sentence = (max(0, first - spare)...first).last { tokens[$0].beginsSentence }
        // Where the text ends before the stretch does, more of what stands before is shown.
        let start = max(0, min(sentence ?? first - spare / 2, tokens.count - most))
        return start..<min(start + most, tokens.count)
    }
}
