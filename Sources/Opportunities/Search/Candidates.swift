import Storage
import TextSearch

/// Which of what was found are ranked: the best thousand by words, or without words by what they are and where.
struct Candidates {
    let finding: Finding
    let snapshot: Snapshot

    func best(_ most: Int, _ words: WordSets) throws -> [Candidate] {
        let search = finding.search
        if WordSets.expression(search, demanding: finding.demand) != nil {
            return try words.best(most, for: search, demanding: finding.demand, among: finding.documents)
                .map { candidate($0.document, text: $0.score) }
        }
        let order = isWorthAlone ? snapshot.standing.best(most, of: finding.documents) : standing(most)
        return order.map { candidate($0, text: 0) }
    }

    private func candidate(_ document: Int, text: Double) -> Candidate {
        Candidate(document, text: text, miles: finding.filter.nearby?.miles(to: document), snapshot.attributes)
    }

    /// Whether what a document is worth to anybody decides alone, so that the order made once serves.
    private var isWorthAlone: Bool {
        finding.filter.nearby == nil && finding.search.lean != .sooner && finding.search.statedFits(snapshot).isEmpty
    }

    private func standing(_ most: Int) -> [Int] {
        let search = finding.search
        let fits = search.statedFits(snapshot)
        var worth = Best(most)
        finding.documents.forEach { document in
            var value = Double(snapshot.standing.worth[document])
            if let nearby = finding.filter.nearby {
                value += nearby.miles(to: document).map { search.nearness($0) } ?? Weights.fromHome
            }
            for fit in fits where fit.contains(document) { value += Weights.statedFit }
            let next = snapshot.attributes.nexts[document]
            if search.lean == .sooner, next != Attributes.noDay, Int(next) >= snapshot.day.number {
                value += Weights.sooner(inDays: Int(next) - snapshot.day.number)
            }
            worth.add(document, value)
        }
        return worth.documents
    }
}

/// The best so many of what is added, equals in the order they came in.
struct Best {
    private let most: Int
    private var kept: [(document: Int, value: Double)] = []
    /// What is not above it cannot be among the best.
    private var bar = -Double.infinity

    init(_ most: Int) { self.most = most }

    mutating func add(_ document: Int, _ value: Double) {
        guard value > bar else { return }
        kept.append((document, value))
        // Sorting now and then costs less than keeping order at each step.
        if kept.count >= 4 * most { trim() }
    }

    private mutating func trim() {
        kept.sort { ($1.value, $0.document) < ($0.value, $1.document) }
        kept.removeLast(max(0, kept.count - most))
        if kept.count == most, let last = kept.last { bar = last.value }
    }

    var documents: [Int] {
        var all = self
        all.trim()
        return all.kept.map(\.document)
    }
}
