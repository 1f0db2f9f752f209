/// What is wanted, looked up in one index.
final class Inquiry {
    let index: SearchIndex
    let lists: [PostingList]
    let ideas: Int
    let demandsAll: Bool
    /// A bit for each idea; those no document can hold too. Alternatives have a bit of their own beyond them.
    let everyIdea: UInt64
    /// Documents that may be found; nil for all.
    let allowed: DocumentSet?
    /// What `allowed` does not tell of those demanded or forbidden; nil when it tells all.
    let phrases: PhraseReading?
    /// The text score of a document that could not say more clearly what is wanted; above 0.
    let whole: Double
    let bonus: Bonus
    private let scratch: Scratch

    /// Of a weight of 1.
    private static let unit = 1024.0

    init(
        _ wanted: Wanted, in index: SearchIndex, among documents: DocumentSet?,
        bonus: Bonus = .none
    ) {
        self.index = index
        self.bonus = bonus
        let scratch = Scratch()
        self.scratch = scratch
        var lists: [PostingList] = []
        func look(for stem: Int?, times: Double, as idea: Int) {
            guard let stem else { return }
            let weight = max(1, (index.worth(ofStem: stem) * times * Self.unit).rounded())
            lists.append(index.list(ofStem: stem, weight: UInt32(weight), idea: idea, scratch))
        }
        let stems = wanted.ideas.map { index.stemTexts.number(of: $0.stem) }
        for (place, idea) in wanted.ideas.enumerated() { look(for: stems[place], times: Double(idea.times), as: place) }
        for other in wanted.alternatives {
            look(for: index.stemTexts.number(of: other.stem), times: other.weight, as: Wanted.mostIdeas)
        }
        self.lists = lists
        let unknown = Scoring.inverseFrequency(of: 0, among: index.count)
        let worth = zip(wanted.ideas, stems).map { idea, stem in
            Double(idea.times) * (stem.map(index.worth(ofStem:)) ?? unknown)
        }
        let sum = worth.reduce(0, +)
        ideas = wanted.ideas.count
        whole = max(1, 255 * Self.unit * sum)
        demandsAll = wanted.demandsAll
        everyIdea = (1 << UInt64(wanted.ideas.count)) - 1
        var allowed = Self.allowed(documents, without: wanted.without, in: index, scratch)
        if let found = Self.found(wanted, in: index, scratch) { allowed = allowed?.intersection(found) ?? found }
        let unread = Self.narrow(&allowed, to: wanted.phrases, in: index, scratch)
        self.allowed = allowed
        phrases = unread.isEmpty ? nil : PhraseReading(unread, in: index)
    }

    private static func allowed(
        _ documents: DocumentSet?, without stems: [String], in index: SearchIndex, _ scratch: Scratch
    ) -> DocumentSet? {
        let unwanted = stems.compactMap { index.stemTexts.number(of: $0) }
        guard !unwanted.isEmpty else { return documents }
        return unwanted.reduce(documents ?? .all(capacity: index.count)) {
            $0.subtracting(index.documents(ofStem: $1, scratch))
        }
    }

    func holdsEvery(_ ideas: UInt64) -> Bool { ideas & everyIdea == everyIdea }

    /// No document with such a text score has a greater score.
    func most(ofText text: UInt32) -> Double { Double(text) / whole + bonus.most }
}
