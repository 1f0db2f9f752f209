// Phrases narrow down what may be found before anything is read.
extension Inquiry {
    /// Leaves out what cannot hold the phrases, or does hold those that are forbidden, as far as lists tell.
    ///
    /// - Returns: those for which the documents that are left have to be read.
    static func narrow(
        _ allowed: inout DocumentSet?, to phrases: [Wanted.Phrase], in index: SearchIndex, _ scratch: Scratch
    ) -> [Wanted.Phrase] {
        phrases.filter { phrase in
            let stems = phrase.stems.compactMap { index.stemTexts.number(of: $0) }
            guard stems.count == phrase.stems.count else {
                // No document holds all of its words.
                if !phrase.isForbidden { allowed = DocumentSet(capacity: index.count) }
                return false
            }
            let pairs = zip(stems, stems.dropFirst()).map {
                index.neighbours.documents(with: $0, before: $1, capacity: index.count)
            }
            let isKnown = pairs.count == 1 && pairs[0] != nil
            if phrase.isForbidden {
                if isKnown, let pair = pairs[0] { allowed = (allowed ?? .all(capacity: index.count)).subtracting(pair) }
                return !isKnown
            }
            for case let pair? in pairs { allowed = allowed?.intersection(pair) ?? pair }
            if !isKnown { narrow(&allowed, toAll: stems, in: index, scratch) }
            return !isKnown
        }
    }

    /// To those that hold every stem, unless it is quicker to read them than to walk its list.
    private static func narrow(
        _ allowed: inout DocumentSet?, toAll stems: [Int], in index: SearchIndex, _ scratch: Scratch
    ) {
        for stem in stems.sorted(by: { index.stems.start[$0].count < index.stems.start[$1].count }) {
            if let allowed, allowed.count * reading < Int(index.stems.start[stem].count) { return }
            let held = index.documents(ofStem: stem, scratch)
            allowed = allowed?.intersection(held) ?? held
        }
    }

    /// To read a document costs as much as walking past so many.
    private static let reading = 100
}
