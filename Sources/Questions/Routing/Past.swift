import GRDB
import Storage
import TextSearch

/// The published questions most like one that waits: under which topics they stand, and who answered them.
struct Past: Sendable {
    struct Hit: Sendable {
        let topic: String
        let expert: PersonID
        /// What its words weigh, above 0.
        let score: Double
    }
    let hits: [Hit]

    /// How many are looked at.
    static let looked = 20
    /// Of a text as long as anybody writes.
    private static let mostWords = 24
    /// Fewer of them than this say the less.
    private static let enough = 5.0

    /// What share of the likeness stands under each topic; together 1 where there are enough.
    var topics: [String: Double] { shares(by: \.topic) }

    private func shares<Key: Hashable>(by key: KeyPath<Hit, Key>) -> [Key: Double] {
        let sum = hits.reduce(0) { $0 + $1.score }
        guard sum > 0 else { return [:] }
        let trust = min(1, Double(hits.count) / Self.enough)
        // Added in the order of the list, so that the last digit is the same on every run.
        return hits.reduce(into: [:]) { $0[$1[keyPath: key], default: 0] += $1.score / sum * trust }
    }

    func share(of expert: PersonID) -> Double { shares(by: \.expert)[expert] ?? 0 }
    func count(of expert: PersonID) -> Int { hits.count { $0.expert == expert } }
}

extension Past {
    /// By the words of the text that tell most, in the order of likeness.
    init(like text: String, in pages: SearchablePages, _ db: Database) throws {
        var wanted = pages.understand(running: text).wanted
        let known = wanted.ideas.filter { pages.index.documents(holdingStem: $0.stem) > 0 }
        wanted.ideas = pages.finder.mostTelling(known, Self.mostWords)
        let best = pages.index.best(Self.looked, of: wanted, among: pages.standing)
        let numbers = best.map { pages.index.row(of: $0.document) }
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT published.number, topic, expert
                FROM published JOIN published_answer ON question = published.number
                WHERE published.number IN \(numbers) ORDER BY expert
                """
        ).fetchAll(db)
        let answers = Dictionary(grouping: rows) { $0["number"] as Int }
        hits = zip(best, numbers).flatMap { hit, number in
            (answers[number] ?? []).map { Hit(topic: $0["topic"], expert: $0["expert"], score: hit.score) }
        }
    }
}
