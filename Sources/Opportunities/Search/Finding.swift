import GRDB
import TextSearch

/// Everything a search finds, before any order.
///
/// When fewer than 25 documents hold every word, those that hold some, or other words for them, are found with them:
/// with every word demanded, half of real questions find nothing.
struct Finding {
    let search: Search
    let snapshot: Snapshot
    let understood: Finder.Understood
    let filter: Filter
    let skills: Skills
    /// What may be found, whatever its words; nil for everything.
    let allowed: DocumentSet?
    let holdingEveryWord: Int
    let total: Int
    /// Whether the two are exact; else they are about right.
    let isExact: Bool

    private static let thin = 25
    /// Beyond this a total is reckoned from a part.
    private static let mostCounted = 1_000

    init(_ search: Search, _ snapshot: Snapshot, _ db: Database) throws {
        let finder = snapshot.finder
        filter = Filter(search, snapshot)
        skills = try Skills(search, snapshot, db)
        let (filtered, spoken) = (filter.documents, skills.spoken)
        let allowed = spoken.map { filtered?.intersection($0) ?? $0 } ?? filtered
        let asked = finder.understand(search.text, isCorrecting: !search.isAsTyped)
        let strict = asked.demandingAll()
        if asked.isEmpty {
            total = allowed?.count ?? snapshot.count
            (holdingEveryWord, isExact) = (total, true)
            understood = asked
        } else {
            let every = finder.index.count(of: strict.wanted, upTo: Self.mostCounted, among: allowed)
            let isThin = every.count < Self.thin
            let found = isThin ? finder.index.count(of: asked.wanted, upTo: Self.mostCounted, among: allowed) : every
            holdingEveryWord = every.count
            (total, isExact) = (found.count, found.isExact)
            understood = isThin ? asked : strict
        }
        self.search = search
        self.snapshot = snapshot
        self.allowed = allowed
    }

    /// What is found, for counting what narrows it.
    func documents() -> Documents {
        let words = understood.isEmpty ? nil : snapshot.finder.index.matches(of: understood.wanted)
        let holding = words.map { skills.spoken?.intersection($0) ?? $0 } ?? skills.spoken ?? snapshot.all
        return Documents(holding: holding, filter: filter)
    }

    struct Documents {
        /// What holds the words and speaks of the skills, whatever else is asked.
        fileprivate let holding: DocumentSet
        fileprivate let filter: Filter

        var all: DocumentSet { filter.documents.map(holding.intersection) ?? holding }

        /// As if one thing had not been asked.
        func without(_ part: Filter.Part) -> DocumentSet { holding.intersection(filter.documents(without: part)) }
    }
}
