/// Reads single documents for whether whole phrases stand in them.
struct PhraseReading {
    private let phrases: [(numbers: [UInt16], isForbidden: Bool)]
    private let reading: CloseReading

    /// - Parameter phrases: each of one stem or more.
    init(_ phrases: [Wanted.Phrase], in index: SearchIndex) {
        var stems: [String] = []
        self.phrases = phrases.map { phrase in
            let numbers = phrase.stems.map { stem in
                if let known = stems.firstIndex(of: stem) { return UInt16(known) }
                stems.append(stem)
                return UInt16(stems.count - 1)
            }
            return (numbers, phrase.isForbidden)
        }
        reading = CloseReading(for: stems.map { .init(stem: index.stemTexts.number(of: $0)) }, in: index)
    }

    /// Whether each phrase stands in the document, or does not, as demanded.
    func areAsDemanded(in document: Int) -> Bool {
        phrases.allSatisfy { reading.holds($0.numbers, in: document) != $0.isForbidden }
    }

    /// Of each phrase, whether it stands in the document.
    func standing(in document: Int) -> [Bool] { phrases.map { reading.holds($0.numbers, in: document) } }
}
