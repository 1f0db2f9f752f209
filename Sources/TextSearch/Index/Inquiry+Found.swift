// What counts as found at all, where not every word is demanded.
extension Inquiry {
    /// The documents that hold a word, another for it, or all words of a phrase for it; nil where there are no phrases, so
    /// that the lists tell.
    ///
    /// One word of such a phrase alone means nothing: with `older people` for `elderly`, every document that speaks of
    /// people would be found.
    static func found(_ wanted: Wanted, in index: SearchIndex, _ scratch: Scratch) -> DocumentSet? {
        guard !wanted.demandsAll, wanted.alternatives.contains(where: \.isPart) else { return nil }
        let whole = wanted.ideas.map(\.stem) + wanted.alternatives.filter { !$0.isPart }.map(\.stem)
        var found = DocumentSet(capacity: index.count)
        for stem in whole.compactMap({ index.stemTexts.number(of: $0) }) {
            found.formUnion(index.documents(ofStem: stem, scratch))
        }
        for phrase in wanted.rephrasings {
            let sets = phrase.stems.map { stem in
                index.stemTexts.number(of: stem).map { index.documents(ofStem: $0, scratch) }
                    ?? DocumentSet(capacity: index.count)
            }
            guard let first = sets.first else { continue }
            found.formUnion(sets.dropFirst().reduce(first) { $0.intersection($1) })
        }
        return found
    }
}

extension SearchIndex {
    /// All that hold a stem.
    func documents(ofStem stem: Int, _ scratch: Scratch) -> DocumentSet {
        let list = list(ofStem: stem, weight: 1, idea: 0, scratch)
        var held = DocumentSet(capacity: count)
        if let bits = list.held {
            for word in 0..<(count + 63) / 64 { held.set(bits[word], at: word) }
            return held
        }
        for block in 0..<blocks {
            for place in list.range(of: block) { held.insert((block << Block.bits) + Int(list.documents[place])) }
        }
        return held
    }
}
