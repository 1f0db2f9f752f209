import Storage
import TextSearch

/// The best of what was found: by words and all else a search weighs, or without words by what they are and where.
struct Candidates {
    let finding: Finding

    private var snapshot: Snapshot { finding.snapshot }

    func best(_ most: Int) -> [Candidate] {
        let own = OwnWorth(finding)
        guard finding.understood.isEmpty else {
            let scale = Weights.points * finding.search.wordsWeigh
            let bonus = Bonus(most: own.most / scale) { own.points(of: $0) / scale }
            return snapshot.finder.best(most, of: finding.understood, among: finding.allowed, bonus: bonus)
                .map { candidate($0.document, hit: $0) }
        }
        let allowed = finding.allowed ?? snapshot.all
        if own.isStanding { return snapshot.standing.best(most, of: allowed).map { candidate($0, hit: nil) } }
        if let near = finding.search.near, finding.filter.nearby != nil, finding.search.remote != .also {
            return nearest(most, to: near.place.coordinate, among: allowed, own).map { candidate($0, hit: nil) }
        }
        var best = Best(most)
        allowed.forEach { best.add($0, own.points(of: $0)) }
        return best.documents.map { candidate($0, hit: nil) }
    }

    /// In circles around the point, each twice as wide as the last, until nothing beyond could be worth more.
    private func nearest(
        _ most: Int, to centre: Coordinate, among allowed: DocumentSet, _ own: OwnWorth
    ) -> [Int] {
        let farthest = Double(finding.search.within)
        var (seen, miles) = (0.0, min(1, farthest))
        var left = allowed
        var best = Best(most)
        while true {
            let nearby = snapshot.grid.within(miles, of: centre)
            nearby.documents.intersection(left).forEach { document in
                // None of them is nearer than the circle before.
                guard best.couldTake(own.points(of: document, miles: seen)) else { return }
                best.add(document, own.points(of: document, miles: nearby.miles(to: document)))
            }
            if miles >= farthest || best.isAbove(own.most(beyond: miles)) { return best.documents }
            left.subtract(nearby.documents)
            (seen, miles) = (miles, min(miles * 2, farthest))
        }
    }

    private func candidate(_ document: Int, hit: Hit?) -> Candidate {
        Candidate(document, hit: hit, miles: finding.filter.nearby?.miles(to: document), snapshot.attributes)
    }
}

/// What a document is worth to one search for other reasons than its words, in points; `Ranker` says why.
struct OwnWorth {
    private let search: Search
    private let snapshot: Snapshot
    private let nearby: Nearby?
    private let fits: [DocumentSet]
    private let skills: Skills

    init(_ finding: Finding) {
        search = finding.search
        snapshot = finding.snapshot
        nearby = finding.filter.nearby
        fits = finding.search.statedFits(finding.snapshot)
        skills = finding.skills
    }

    /// Whether what a document is worth to anybody decides alone, so that the order made once serves.
    var isStanding: Bool { nearby == nil && search.lean != .sooner && fits.isEmpty && skills.spoken == nil }

    func points(of document: Int) -> Double { points(of: document, miles: nearby?.miles(to: document)) }

    /// - Parameter miles: to its nearest place; nil where it has none near, or no place is asked for.
    func points(of document: Int, miles: Double?) -> Double {
        var points = snapshot.standing.worth[document]
        if nearby != nil { points += miles.map { search.nearness($0) } ?? Weights.fromHome }
        for fit in fits where fit.contains(document) { points += Weights.statedFit }
        if skills.spoken != nil { points += search.skilled(document, skills) }
        let next = snapshot.attributes.nexts[document]
        if search.lean == .sooner, next != Attributes.noDay, Int(next) >= snapshot.day.number {
            points += Weights.sooner(inDays: Int(next) - snapshot.day.number)
        }
        return points
    }

    /// No document has more.
    var most: Double { most(beyond: 0) }

    /// No document that far away has more.
    func most(beyond miles: Double) -> Double {
        var most = Weights.soon + Weights.fresh + Weights.quality + Double(fits.count) * Weights.statedFit
        if nearby != nil { most += max(search.nearness(miles), search.remote == .also ? Weights.fromHome : 0) }
        if skills.spoken != nil { most += Weights.skillGained + Weights.skillNeeded }
        if search.lean == .sooner { most += Weights.soonest }
        return most
    }
}

/// The best so many of what is added; among equals, lower documents.
struct Best {
    private let most: Int
    private var kept: [(document: Int, value: Double)] = []
    /// What is below it cannot be among the best.
    private var bar = -Double.infinity

    init(_ most: Int) { self.most = most }

    func couldTake(_ value: Double) -> Bool { value >= bar }

    mutating func add(_ document: Int, _ value: Double) {
        guard value >= bar else { return }
        kept.append((document, value))
        // Sorting now and then costs less than keeping order at each step.
        if kept.count >= 4 * most { trim() }
    }

    private mutating func trim() {
        kept.sort { ($1.value, $0.document) < ($0.value, $1.document) }
        kept.removeLast(max(0, kept.count - most))
        if kept.count == most, let last = kept.last { bar = last.value }
    }

    /// Whether there are enough, and each is worth more than this.
    func isAbove(_ value: Double) -> Bool { inOrder.count == most && inOrder.last.map { $0.value > value } ?? false }

    var documents: [Int] { inOrder.map(\.document) }

    private var inOrder: [(document: Int, value: Double)] {
        var all = self
        all.trim()
        return all.kept
    }
}
