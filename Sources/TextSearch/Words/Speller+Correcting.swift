extension Speller {
    /// What was typed with its slips mended, for "Showing results for …".
    package struct Correction: Sendable, Equatable {
        /// The whole text, quotes and minuses as they were.
        package let text: String
        /// In the order of the words; never empty.
        package let changes: [Change]

        package struct Change: Sendable, Equatable {
            /// Which of the words of `Typed`: two where a word had been split.
            package let words: Range<Int>
            package let typed: [String]
            /// Two where words had been run together.
            package let meant: [String]
        }
    }

    /// Mends words that are misspelt, run together or split; nil when all stay.
    ///
    /// Words in quotes, words to leave out, words with digits and words that are known stay as they are.
    /// - Parameters:
    ///   - held: how many documents hold a word, in whatever form makes it found. A word that only the synonyms know
    ///     counts as held by many: it finds what they stand for.
    ///   - together: how many documents hold both of two words. Asked seldom: at most four times a word.
    package func corrected(
        _ typed: Typed, held: (String) -> Int, together: (String, String) -> Int
    ) -> Correction? {
        let words = typed.words.map(\.text)
        var changes: [Correction.Change] = []
        var place = 0
        while place < words.count {
            defer { place += 1 }
            guard !typed.isQuoted(place) else { continue }
            if place + 1 < words.count, !typed.isQuoted(place + 1) {
                let (left, right) = (words[place], words[place + 1])
                if let whole = joined(left, right, held: held, together: together) {
                    changes.append(.init(words: place..<place + 2, typed: [left, right], meant: [whole]))
                    place += 1
                    continue
                }
            }
            if let meant = meant(by: words[place], held: held, together: together) {
                changes.append(.init(words: place..<place + 1, typed: [words[place]], meant: meant))
            }
        }
        guard !changes.isEmpty else { return nil }
        let text = typed.replacing(changes.map { ($0.words, $0.meant.joined(separator: " ")) })
        return Correction(text: text, changes: changes)
    }

    /// The word that two make where only the two as one are known: `book shop`.
    private func joined(
        _ left: String, _ right: String, held: (String) -> Int, together: (String, String) -> Int
    ) -> String? {
        let whole = left + right
        guard Self.isSpelt(whole, from: 4), whole.unicodeScalars.count <= Typed.longestWord, held(whole) > 0 else {
            return nil
        }
        if held(left) == 0 || held(right) == 0 { return whole }
        // Of words this short one cannot tell: `to day`.
        guard min(left.count, right.count) >= Self.shortestPart else { return nil }
        return together(left, right) == 0 ? whole : nil
    }

    /// A missing space is one slip: it stands back behind another single slip that more documents bear out.
    private func meant(by word: String, held: (String) -> Int, together: (String, String) -> Int) -> [String]? {
        guard Self.isSpelt(word, from: 4) else { return nil }
        let count = held(word)
        guard !isKnown(heldBy: count) else { return nil }
        let near = nearest(to: word, heldBy: count)
        let parts = parts(of: word, heldBy: count, held: held, together: together)
        guard let parts else { return near.map { [$0.word] } }
        if let near, near.slips == 1, near.documents >= parts.documents { return [near.word] }
        return parts.words
    }

    /// The two known words that a word is made of, and how many documents hold both: `dogwalking`.
    private func parts(
        of word: String, heldBy count: Int, held: (String) -> Int, together: (String, String) -> Int
    ) -> (words: [String], documents: Int)? {
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 2 * Self.shortestPart else { return nil }
        var known: [(left: String, right: String, rarer: Int)] = []
        for cut in Self.shortestPart...letters.count - Self.shortestPart {
            let left = String(String.UnicodeScalarView(letters[..<cut]))
            let right = String(String.UnicodeScalarView(letters[cut...]))
            let rarer = min(held(left), held(right))
            if rarer > 0, rarer >= count * Self.muchMoreFrequent { known.append((left, right, rarer)) }
        }
        // The sort is stable, so the first cut wins among equals.
        let likely = known.sorted { $0.rarer > $1.rarer }.prefix(3)
        var best: (words: [String], documents: Int)?
        for pair in likely {
            let documents = together(pair.left, pair.right)
            if documents > max(best?.documents ?? 0, count * Self.muchMoreFrequent) {
                best = ([pair.left, pair.right], documents)
            }
        }
        return best
    }

    private static let shortestPart = 3
}
