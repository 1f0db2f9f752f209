import GRDB
package import Storage
import TextSearch

extension Desk {
    package func published(_ id: ID<Question>) async throws -> Published? {
        try await database.read { db in try Self.published(id, db) }
    }

    /// What stands at an address; nil where nothing ever did.
    package func page(of id: ID<Question>) async throws -> PublicPage? {
        try await database.read { db in
            if let question = try Self.published(id, db) {
                return .open(question, similar: try similar(to: question, db))
            }
            return try Row.fetchOne(
                db, sql: "SELECT reason, month FROM taken_down WHERE id = ?", arguments: [id]
            ).map { .takenDown(reason: $0["reason"], $0["month"]) }
        }
    }

    /// The newest months first, for the feed.
    package func latest(_ limit: Int) async throws -> [Published] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: Self.publishedRows + " ORDER BY month DESC, id LIMIT ?", arguments: [limit]
            ).map { try Self.published(db, $0) }
        }
    }

    /// The questions alone, the newest months first.
    package func latestTexts(_ limit: Int) async throws -> [(id: ID<Question>, topic: String, text: String)] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, topic, text FROM published ORDER BY month DESC, id LIMIT ?", arguments: [limit]
            ).map { ($0["id"], $0["topic"], $0["text"]) }
        }
    }

    /// Published questions, of one topic or all, the newest months first.
    /// - Parameter page: from 1; beyond the last there is nothing.
    package func browse(topic: String?, page: Int) async throws -> Listing {
        try await database.read { db in
            // One statement for both, with `? IS NULL OR topic = ?`, would walk every question whatever the topic.
            let (chosen, slug): (String, StatementArguments) =
                topic.map { (" WHERE published.topic = ?", [$0]) } ?? ("", [])
            let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM published" + chosen, arguments: slug) ?? 0
            let rows = try Row.fetchAll(
                db, sql: Self.publishedRows + chosen + " ORDER BY month DESC, id LIMIT ? OFFSET ?",
                arguments: slug + [Listing.pageSize, (page - 1) * Listing.pageSize])
            return Listing(total: total, page: page) { rows.map { Listed(row: $0, excerpt: nil) } }
        }
    }

    /// The topic is looked up for rows that are shown, where a join would look at each that `OFFSET` passes over.
    private static let publishedRows = """
        SELECT number, id, topic, (SELECT name FROM topic WHERE slug = published.topic) AS name,
            (SELECT about FROM topic WHERE slug = published.topic) AS about, text, month, version, superseded_by
        FROM published
        """

    static func published(_ id: ID<Question>, _ db: Database) throws -> Published? {
        try Row.fetchOne(db, sql: publishedRows + " WHERE id = ?", arguments: [id]).map { try published(db, $0) }
    }

    private static func published(_ db: Database, _ row: Row) throws -> Published {
        let (number, id): (Int64, ID<Question>) = (row["number"], row["id"])
        let successor: ID<Question>? = row["superseded_by"]
        let answers = try Row.fetchAll(
            db,
            sql: """
                SELECT expert, text, builds_on, review_by, corrected, correction FROM published_answer
                WHERE question = ? ORDER BY place
                """, arguments: [number])
        let sources = try Row.fetchAll(
            db, sql: "SELECT expert, title, address FROM published_source WHERE question = ? ORDER BY expert, place",
            arguments: [number])
        return Published(
            id: id, topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]), text: row["text"],
            month: row["month"], answers: answers.map { Answer(row: $0, sources: sources, correction: .init(row: $0)) },
            version: row["version"],
            successor: try successor.flatMap { try references(db, "id = ?", [$0]).first },
            predecessors: try references(db, "superseded_by = ?", [id]), number: number)
    }

    private static func references(
        _ db: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [Published.Reference] {
        try Row.fetchAll(
            db, sql: "SELECT id, text FROM published WHERE \(condition) ORDER BY id LIMIT 20", arguments: arguments
        ).map(Published.Reference.init(row:))
    }
}

extension Published.Reference {
    init(row: Row) { self.init(id: row["id"], title: Summary.title(of: row["text"])) }
}

extension Answer.Correction {
    fileprivate init?(row: Row) {
        guard let month: Month = row["corrected"] else { return nil }
        self.init(month: month, note: row["correction"])
    }
}

extension Listing {
    /// Of all that there are.
    init(total: Int, page: Int, items: () -> [Listed]) {
        self.init(
            total: total, isExact: true, holdingEveryWord: total, corrected: nil, isApart: false, page: page,
            pages: max(1, (total + Self.pageSize - 1) / Self.pageSize), items: items())
    }
}

extension Listed {
    init(row: Row, excerpt: String?) {
        let text: String = row["text"]
        self.init(
            id: row["id"], topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]),
            title: Summary.title(of: text),
            excerpt: Highlight.pieces(of: excerpt ?? Summary.shortened(Summary.rest(of: text), to: 220)),
            month: row["month"])
    }
}
