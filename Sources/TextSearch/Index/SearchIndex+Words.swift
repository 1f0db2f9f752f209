extension SearchIndex {
    /// All words with the number of documents that hold them, in the order of their bytes.
    package var vocabulary: [(word: String, documents: Int)] {
        (0..<words.count).map { (words[$0], Int(wordDocuments.start[$0])) }
    }

    /// How many documents hold this word in this very form.
    package func documents(holding word: String) -> Int {
        words.number(of: word).map { Int(wordDocuments.start[$0]) } ?? 0
    }

    /// How many documents hold a form of this stem.
    package func documents(holdingStem stem: String) -> Int {
        stemTexts.number(of: stem).map { Int(stems.start[$0].count) } ?? 0
    }

    /// The words that begin so, those in most documents first, then by alphabet.
    package func words(beginning prefix: String, most: Int) -> [String] {
        words.numbers(beginning: prefix)
            .sorted { (wordDocuments.start[$1], $0) < (wordDocuments.start[$0], $1) }
            .prefix(most).map { words[$0] }
    }

    /// The words of a stem, those in most documents first.
    package func forms(ofStem stem: String, most: Int) -> [String] {
        guard let entry = stemTexts.number(of: stem).map({ stems.start[$0] }) else { return [] }
        let first = Int(entry.firstWord)
        return (first..<first + Int(entry.words)).map { Int(stemWords.start[$0]) }
            .sorted { (wordDocuments.start[$1], $0) < (wordDocuments.start[$0], $1) }
            .prefix(most).map { words[$0] }
    }

    /// What tells most what a document is about: often in it, seldom in others.
    package func mostTelling(in document: Int, most: Int) -> [Wanted.Idea] {
        var weighed: [(stem: Int, weight: Double)] = []
        eachTeachable(in: document, StemSums(atMost: forward.read(of: document))) { stem, impact in
            weighed.append((Int(stem), Double(impact) * worth(ofStem: Int(stem))))
        }
        return weighed.sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }.prefix(most).map { known in
            Wanted.Idea(word: word(of: known.stem, in: document), stem: stemTexts[known.stem])
        }
    }

    /// The form in which a document has a stem first.
    private func word(of stem: Int, in document: Int) -> String {
        let places = Int(forward.starts.start[document])..<Int(forward.starts.start[document + 1])
        for place in places {
            if let word = forward.word(at: place), Int(wordStems.start[word]) == stem { return words[word] }
        }
        return stemTexts[stem]
    }
}
