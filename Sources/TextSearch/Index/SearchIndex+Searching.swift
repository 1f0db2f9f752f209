extension SearchIndex {
    /// The best documents, the best first; among equals the lower document first.
    ///
    /// - Parameters:
    ///   - most: how many.
    ///   - documents: which may be found; nil for all.
    ///   - bonus: asked for documents that may be among the best alone.
    package func best(
        _ most: Int, of wanted: Wanted, scoring: Scoring, among documents: DocumentSet? = nil,
        bonus: Bonus = .none
    ) -> [Hit] {
        guard most > 0, count > 0 else { return [] }
        let inquiry = Inquiry(wanted, in: self, scoring: scoring, among: documents, bonus: bonus)
        var search = BlockSearch(inquiry, most: most)
        return search.run()
    }

    /// What each document scores that scores at all, by scoring every one: for measuring, and to see that nothing is lost
    /// by not doing so.
    package func everyHit(
        of wanted: Wanted, scoring: Scoring, among documents: DocumentSet? = nil,
        bonus: Bonus = .none
    ) -> [Hit] {
        let inquiry = Inquiry(wanted, in: self, scoring: scoring, among: documents, bonus: bonus)
        return (0..<count).compactMap { inquiry.hit($0) }.sorted(by: Hit.isBetter)
    }

    /// How many documents hold every idea: exactly up to `most`, else about.
    package func count(of wanted: Wanted, upTo most: Int, among documents: DocumentSet? = nil) -> (
        count: Int, isExact: Bool
    ) {
        Matching(Inquiry(wanted, in: self, scoring: .uncounted, among: documents)).count(upTo: most)
    }

    /// The documents that hold every idea.
    package func matches(of wanted: Wanted, among documents: DocumentSet? = nil) -> DocumentSet {
        Matching(Inquiry(wanted, in: self, scoring: .uncounted, among: documents)).all()
    }
}

extension Scoring {
    /// For what is found and not scored.
    fileprivate static let uncounted = Scoring(
        saturation: 1, leastCoverage: 1, closeness: Closeness(inTitle: 0, asTyped: 0, together: 0))
}
