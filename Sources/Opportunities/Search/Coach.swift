import TextSearch

/// What would find more where little was found, each counted as following it will find.
struct Coach {
    let finding: Finding
    let snapshot: Snapshot
    let words: WordSets
    let taxonomy: Taxonomy

    private static let mostShown = 5
    /// More than a page of new ones is worth no more than a page.
    private static let enough = 20

    /// The most useful first: many more for little given up. None adds nothing.
    func relaxations() throws -> [Results.Relaxation] {
        let total = finding.total
        let counted = try changes.map { change in
            (change, adds: try Finding(change.search, snapshot, words).total - total)
        }
        let useful = counted.enumerated().filter { $0.element.adds > 0 }.sorted { left, right in
            let (first, second) = (left.element, right.element)
            let worth = (
                Double(min(first.adds, Self.enough)) / first.0.strain,
                Double(min(second.adds, Self.enough)) / second.0.strain
            )
            return (worth.1, left.offset) < (worth.0, right.offset)
        }
        return useful.prefix(Self.mostShown).map { place in
            let (change, adds) = place.element
            return Results.Relaxation(change: change.words, adds: adds, search: change.search)
        }
    }

    private var changes: [Change] {
        finding.search.widened + finding.search.reworded(taxonomy) + finding.search.loosened
    }
}

/// One thing asked less strictly.
struct Change {
    /// As `within 25 miles`.
    let words: String
    let search: Search
    /// How far it is from what was asked: 1 for a little.
    let strain: Double

    init(_ words: String, of search: Search, strain: Double, _ edit: (inout Search) -> Void) {
        var changed = search
        changed.page = 1
        edit(&changed)
        self.words = words
        self.search = changed
        self.strain = strain
    }
}
