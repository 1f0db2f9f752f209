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
}
