import GRDB
import TextSearch

/// What a search finds among the published pages: those that hold every word, then, where these are few, those that hold
/// some.
struct PublishedFinding {
    let understood: Finder.Understood
    let total: Int
    /// Whether that is exact; else it is about right.
    let isExact: Bool
    let holdingEveryWord: Int
    private let finder: Finder
    private let allowed: DocumentSet?
    /// Those that hold every word, where they are few and stand before others.
    private let first: DocumentSet?
    private let superseded: DocumentSet

    /// Fewer than about a page with every word, and those with some are wanted too.
    private static let few = 25
    /// Beyond this a total is reckoned from a part, and nobody turns to the pages.
    static let mostCounted = 1_000

    init(
        _ typed: String, topic: String?, isAsTyped: Bool, in pages: SearchablePages, _ db: Database
    ) throws {
        finder = pages.finder
        understood = try pages.understand(typed, isCorrecting: !isAsTyped, db)
        allowed = try pages.standing(under: topic, db)
        superseded = try pages.superseded(db)
        let strict = understood.demandingAll()
        let every = finder.index.count(of: strict.wanted, upTo: Self.mostCounted, among: allowed)
        holdingEveryWord = every.count
        let isThin = every.count < Self.few
        (total, isExact) =
            isThin ? finder.index.count(of: understood.wanted, upTo: Self.mostCounted, among: allowed) : every
        first = isThin ? finder.index.matches(of: strict.wanted, among: allowed) : nil
    }

    /// The row numbers of the best, the best first.
    func numbers(_ range: Range<Int>) -> [Int] {
        let most = min(range.upperBound, Self.mostCounted)
        guard range.lowerBound < most else { return [] }
        return best(most).dropFirst(range.lowerBound).prefix(range.count).map { finder.index.row(of: $0.document) }
    }

    private func best(_ most: Int) -> [Hit] {
        let strict = understood.demandingAll()
        guard let first else { return finder.best(most, of: strict, among: allowed, bonus: bonus) }
        let rest = (allowed ?? .all(capacity: finder.index.count)).subtracting(first)
        return finder.best(Self.few, of: strict, among: first, bonus: bonus)
            + finder.best(most, of: understood, among: rest, bonus: bonus)
    }

    /// What is superseded stands below what says about half as clearly what is wanted.
    private var bonus: Bonus {
        superseded.isEmpty ? .none : Bonus(most: 0) { superseded.contains($0) ? -Self.lower : 0 }
    }

    private static let lower = 0.5

    /// FTS5's own words for what was looked for, in whatever form pages have it; nil where none has any.
    var marks: String? {
        let forms = understood.wanted.ideas.prefix(Self.mostMarked).flatMap {
            finder.index.forms(ofStem: $0.stem, most: Self.mostForms)
        }
        return forms.isEmpty ? nil : forms.map(Query.quoted).joined(separator: " OR ")
    }

    /// Of a whole question that somebody pasted.
    private static let mostMarked = 24
    private static let mostForms = 8
}
