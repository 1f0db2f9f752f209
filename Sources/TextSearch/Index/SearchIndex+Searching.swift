extension SearchIndex {
    /// The best documents, the best first; among equals the lower document first.
    ///
    /// - Parameters:
    ///   - most: how many.
    ///   - documents: which may be found; nil for all.
    ///   - bonus: asked for documents that may be among the best alone.
    package func best(
        _ most: Int, of wanted: Wanted, among documents: DocumentSet? = nil,
        bonus: Bonus = .none
    ) -> [Hit] {
        guard most > 0, count > 0 else { return [] }
        let inquiry = Inquiry(wanted, in: self, among: documents, bonus: bonus)
        var search = BlockSearch(inquiry, most: most)
        return search.run()
    }

    /// What each document scores that scores at all, by scoring every one: for measuring, and to see that nothing is lost
    /// by not doing so.
    package func everyHit(
        of wanted: Wanted, among documents: DocumentSet? = nil,
        bonus: Bonus = .none
    ) -> [Hit] {
        let inquiry = Inquiry(wanted, in: self, among: documents, bonus: bonus)
        return (0..<count).compactMap { inquiry.hit($0) }.sorted(by: >)
    }

    /// How many documents are found: exactly up to `most`, else about.
    package func count(of wanted: Wanted, upTo most: Int, among documents: DocumentSet? = nil) -> (
        count: Int, isExact: Bool
    ) {
        var matching = Matching(Inquiry(wanted, in: self, among: documents))
        return matching.count(upTo: most)
    }

    /// The documents that are found.
    package func matches(of wanted: Wanted, among documents: DocumentSet? = nil) -> DocumentSet {
        var matching = Matching(Inquiry(wanted, in: self, among: documents))
        return matching.all()
    }
}
