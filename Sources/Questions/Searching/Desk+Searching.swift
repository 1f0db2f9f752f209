import GRDB
import Storage
import TextSearch

extension Desk {
    private static let mostSimilar = 4
    /// The best of so many are looked at for those that share a word of the question, not of an answer alone.
    private static let mostCompared = 20

    /// Questions and answers by their words: those that hold all, then, where these are few, those that hold some. Without
    /// a word to look for, all there are.
    /// - Parameter isAsTyped: whether a word that nothing holds is left as it is.
    package func search(
        _ typed: String, topic: String?, page: Int, isAsTyped: Bool = false
    ) async throws -> Listing {
        guard !Typed(typed).isEmpty else { return try await browse(topic: topic, page: page) }
        return try await database.read { db in
            let finding = try PublishedFinding(typed, topic: topic, isAsTyped: isAsTyped, in: pages(db), db)
            let start = (page - 1) * Listing.pageSize
            let numbers = finding.numbers(start..<start + Listing.pageSize)
            return Listing(finding, page: page, items: try Self.listed(numbers, marking: finding.marks, db))
        }
    }

    /// Reads the words of all published pages into memory, so that no search has to wait for it: at the start.
    package func readIndex() async throws { try await database.read { db in _ = try pages(db) } }

    func pages(_ db: Database) throws -> SearchablePages { try index.pages(in: db, of: database) }

    /// Other pages that share words with this one's title.
    func similar(to question: Published, _ db: Database) throws -> [Published.Reference] {
        let pages = try pages(db)
        let understood = pages.understand(running: question.title)
        var others = try (pages.standing ?? .all(capacity: pages.index.count)).subtracting(pages.superseded(db))
        if let own = pages.index.document(ofRow: Int(question.number)) {
            others.subtract(DocumentSet(capacity: pages.index.count, [own]))
        }
        let best = pages.finder.best(Self.mostCompared, of: understood, among: others)
            .filter { $0.parts.titled != 0 }.prefix(Self.mostSimilar)
        return try best.compactMap { hit in
            try Row.fetchOne(
                db, sql: "SELECT id, text FROM published WHERE number = ?",
                arguments: [pages.index.row(of: hit.document)]
            ).map(Published.Reference.init(row:))
        }
    }

    /// In the order of the numbers, each with a stretch in which the words are marked.
    private static func listed(_ numbers: [Int], marking marks: String?, _ db: Database) throws -> [Listed] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT number, id, published.topic, topic.name, topic.about, text, month
                FROM published JOIN topic ON slug = published.topic WHERE number IN \(numbers)
                """
        ).fetchAll(db)
        let excerpts = try SQLRequest<Row>(
            literal: """
                SELECT rowid, snippet(published_words, -1, \(Highlight.open), \(Highlight.close), '…', 40) AS excerpt
                FROM published_words WHERE published_words MATCH \(marks) AND rowid IN \(numbers)
                """
        ).fetchAll(db)
        let byNumber = Dictionary(rows.map { ($0["number"] as Int, $0) }, uniquingKeysWith: { first, _ in first })
        let marked = Dictionary(
            excerpts.map { ($0["rowid"] as Int, $0["excerpt"] as String) }, uniquingKeysWith: { first, _ in first })
        return numbers.compactMap { number in
            byNumber[number].map { Listed(row: $0, excerpt: marked[number]) }
        }
    }
}

extension Listing {
    fileprivate init(_ finding: PublishedFinding, page: Int, items: [Listed]) {
        let shown = min(finding.total, PublishedFinding.mostCounted)
        self.init(
            total: finding.total, isExact: finding.isExact, holdingEveryWord: finding.holdingEveryWord,
            corrected: finding.understood.correction?.text, isApart: finding.understood.isApart, page: page,
            pages: max(1, (shown + Self.pageSize - 1) / Self.pageSize), items: items)
    }
}
