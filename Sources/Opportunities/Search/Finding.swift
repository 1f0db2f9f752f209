import TextSearch

/// Everything a search finds, before any order.
///
/// When fewer than 25 documents hold every word, those that hold some are found with them: with every word demanded,
/// half of real questions find nothing.
struct Finding {
    let search: Search
    let demand: Query.Demand
    /// What holds the words, whatever else is asked; everything without words.
    let holding: DocumentSet
    let filter: Filter
    let documents: DocumentSet
    let holdingEveryWord: Int

    private static let thin = 25

    init(_ search: Search, _ snapshot: Snapshot, _ words: WordSets) throws {
        let filter = Filter(search, snapshot)
        let allowed = filter.documents
        let every = try words.documents(for: search, demanding: .all) ?? snapshot.all
        holdingEveryWord = every.count(with: allowed)
        let isThin = holdingEveryWord < Self.thin && search.words.words.count > 1
        demand = isThin ? .any : .all
        holding = isThin ? try words.documents(for: search, demanding: .any) ?? snapshot.all : every
        documents = holding.intersection(allowed)
        self.search = search
        self.filter = filter
    }

    var total: Int { documents.count }

    /// As if one thing had not been asked.
    func documents(without part: Filter.Part) -> DocumentSet {
        holding.intersection(filter.documents(without: part))
    }
}
