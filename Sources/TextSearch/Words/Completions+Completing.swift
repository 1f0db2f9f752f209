extension Completions {
    /// What goes on from what was typed: at most `most`, grouped by kind, the most frequent of each first.
    ///
    /// Every word typed is in each text, the last one perhaps unfinished, in any order.
    /// - Parameter meant: the known word that an unknown one stands for; asked only where nothing begins so.
    package func completing(_ typed: Typed, meant: (String) -> String?) -> [Text] {
        let words = typed.words.map(\.text).prefix(Self.mostWords)
        guard !words.isEmpty else { return [] }
        var stretches: [Range<Int>] = []
        for (place, word) in words.enumerated() {
            let goesOn = place == typed.words.count - 1 && typed.isUnfinished
            guard
                let stretch = stretch(of: word, goesOn: goesOn)
                    ?? meant(word).flatMap({ self.stretch(of: $0, goesOn: false) })
            else { return [] }
            stretches.append(stretch)
        }
        return shared(best(in: stretches))
    }

    /// Words known to the completions, with how many texts hold them: what a `Speller` needs.
    package var vocabulary: [(word: String, documents: Int)] {
        (0..<words.count).map { (words.text(of: $0), words.documents(of: $0)) }
    }

    /// The postings of a word, or of all words that begin so; nil where there is none.
    private func stretch(of word: String, goesOn: Bool) -> Range<Int>? {
        let bytes = Array(word.utf8)
        let first = words.partition { !$0.lexicographicallyPrecedes(bytes) }
        guard first < words.count else { return nil }
        if !goesOn, words.text(of: first) == word { return Int(starts[first])..<Int(starts[first + 1]) }
        let end = words.partition { !$0.lexicographicallyPrecedes(bytes) && !$0.starts(with: bytes) }
        return first < end ? Int(starts[first])..<Int(starts[end]) : nil
    }

    /// The best texts of each kind that all stretches hold.
    private func best(in stretches: [Range<Int>]) -> [[UInt32]] {
        // The shortest first: the others only confirm what it holds.
        let ordered = stretches.sorted { $0.count < $1.count }
        var confirmed = [UInt8](repeating: 0, count: ordered.count > 1 ? texts.count : 0)
        for (number, stretch) in ordered.dropLast().enumerated() {
            for text in postings[stretch] where confirmed[Int(text)] == number { confirmed[Int(text)] += 1 }
        }
        let needed = UInt8(ordered.count - 1)
        var best: [[UInt32]] = kinds.map { _ in [] }
        for text in postings[ordered[ordered.count - 1]] where needed == 0 || confirmed[Int(text)] == needed {
            let kind = kinds.firstIndex { Int(text) < $0.upperBound } ?? 0
            Self.offer(text, to: &best[kind])
        }
        return best
    }

    /// Keeps the smallest `most`, each once, in order.
    private static func offer(_ text: UInt32, to best: inout [UInt32]) {
        if best.count == most, let last = best.last, text >= last { return }
        let place = best.firstIndex { $0 >= text } ?? best.count
        guard place == best.count || best[place] != text else { return }
        best.insert(text, at: place)
        if best.count > most { best.removeLast() }
    }

    /// A text of each kind in turn until there are enough, so that no kind crowds out another.
    private func shared(_ best: [[UInt32]]) -> [Text] {
        let turns = (0..<Self.most).flatMap { turn in
            best.enumerated().compactMap { kind, texts in turn < texts.count ? (kind: kind, text: texts[turn]) : nil }
        }
        return turns.prefix(Self.most).sorted { ($0.kind, $0.text) < ($1.kind, $1.text) }.map { kind, number in
            Text(
                kind: Kind.allCases[kind], text: texts.text(of: Int(number)),
                documents: texts.documents(of: Int(number)))
        }
    }
}
