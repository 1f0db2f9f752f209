/// What is wanted, looked up in one index.
final class Inquiry {
    let index: SearchIndex
    let scoring: Scoring
    let lists: [PostingList]
    /// How much of all that is wanted each idea is, by how much it tells; they add up to 1.
    let shares: [Double]
    let demandsAll: Bool
    /// A bit for each idea; those no document can hold too.
    let everyIdea: UInt32
    let phrases: [Wanted.Phrase]
    /// Documents that may be found; nil for all.
    let allowed: DocumentSet?
    let reading: CloseReading
    /// What no document's closeness multiplies a text score beyond.
    let ceiling: Double
    /// The text score of a document that could not say more clearly what is wanted; above 0.
    let whole: Double
    let bonus: Bonus
    private let scratch: Scratch

    /// More ideas than this cost time and change nothing.
    static let mostIdeas = 32
    /// Of a weight of 1.
    private static let unit = 1024.0

    init(
        _ wanted: Wanted, in index: SearchIndex, scoring: Scoring, among documents: DocumentSet?, bonus: Bonus = .none
    ) {
        self.index = index
        self.scoring = scoring
        self.bonus = bonus
        scratch = Scratch()
        let ideas = Array(wanted.ideas.prefix(Self.mostIdeas))
        var lists: [PostingList] = []
        var worth: [Double] = []
        for (place, idea) in ideas.enumerated() {
            let frequencies = idea.sayings.map { index.documents(holdingStem: $0.stem) }
            let inverse = frequencies.map { Scoring.inverseFrequency(of: $0, among: index.count) }
            // An idea is worth what its own word is worth, however rare another word for it is.
            let most = frequencies.first == 0 ? (inverse.dropFirst().max() ?? inverse.first ?? 0) : inverse.first ?? 0
            worth.append(most * idea.times)
            for (saying, inverse) in zip(idea.sayings, inverse) {
                guard let stem = index.stemTexts.number(of: saying.stem) else { continue }
                let weight = max(1, (min(inverse, most) * idea.times * saying.weight * Self.unit).rounded())
                lists.append(index.list(ofStem: stem, weight: UInt32(weight), idea: place, scratch))
            }
        }
        self.lists = lists
        let sum = worth.reduce(0, +)
        shares = worth.map { sum > 0 ? $0 / sum : 0 }
        whole = max(1, 255 * Self.unit * sum)
        demandsAll = wanted.demandsAll
        everyIdea = ideas.isEmpty ? 0 : UInt32.max >> UInt32(Self.mostIdeas - ideas.count)
        phrases = wanted.phrases.filter { $0.ideas.allSatisfy(ideas.indices.contains) }
        allowed = Self.allowed(documents, without: wanted.without, in: index, scratch)
        reading = CloseReading(ideas, in: index)
        ceiling = scoring.closeness.most(ideas: ideas.count)
    }

    private static func allowed(
        _ documents: DocumentSet?, without stems: [String], in index: SearchIndex, _ scratch: Scratch
    ) -> DocumentSet? {
        let unwanted = stems.compactMap { index.stemTexts.number(of: $0) }
        guard !unwanted.isEmpty else { return documents }
        var allowed = documents ?? .all(capacity: index.count)
        for stem in unwanted {
            let list = index.list(ofStem: stem, weight: 1, idea: 0, scratch)
            for block in 0..<index.blocks {
                for place in list.range(of: block) {
                    allowed.remove((block << SearchIndex.blockBits) + Int(list.documents[place]))
                }
            }
        }
        return allowed
    }

    /// - Parameter ideas: a bit for each.
    func share(of ideas: UInt32) -> Double {
        var share = 0.0
        for (place, part) in shares.enumerated() where ideas & (1 << UInt32(place)) != 0 { share += part }
        return share
    }
}
