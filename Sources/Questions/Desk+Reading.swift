import GRDB
package import Storage
package import TextSearch

extension Desk {
    package func published(_ id: ID<Question>) async throws -> Published? {
        try await database.read { db in
            try Row.fetchOne(db, sql: Self.publishedRows + " WHERE id = ?", arguments: [id]).map {
                try Self.published(db, $0)
            }
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

    /// Questions and answers that hold all the words; where none does, those that hold any.
    package func search(_ query: Query, topic: String?, page: Int) async throws -> Listing {
        try await database.read { db in
            for demand in [Query.Demand.all, .any] {
                guard let expression = query.expression(demand) else { break }
                let total =
                    try Int.fetchOne(
                        db,
                        sql: """
                            SELECT count(*) FROM published_words JOIN published ON number = published_words.rowid
                            WHERE published_words MATCH ?1 AND (?2 IS NULL OR topic = ?2)
                            """, arguments: [expression, topic]) ?? 0
                if total == 0 { continue }
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT id, published.topic, topic.name, topic.about, text, month,
                               snippet(published_words, -1, char(2), char(3), '…', 40) AS excerpt
                        FROM published_words
                        JOIN published ON number = published_words.rowid JOIN topic ON slug = published.topic
                        WHERE published_words MATCH ?1 AND (?2 IS NULL OR topic = ?2)
                        ORDER BY bm25(published_words, 2, 1), number LIMIT ?3 OFFSET ?4
                        """, arguments: [expression, topic, Listing.pageSize, (page - 1) * Listing.pageSize])
                return Listing(total: total, page: page) { rows.map { Listed(row: $0, excerpt: $0["excerpt"]) } }
            }
            return Listing(total: 0, page: 1) { [] }
        }
    }

    private static let publishedRows = """
        SELECT number, id, published.topic, topic.name, topic.about, text, month
        FROM published JOIN topic ON slug = published.topic
        """

    private static func published(_ db: Database, _ row: Row) throws -> Published {
        let answers = try Row.fetchAll(
            db, sql: "SELECT expert, text FROM published_answer WHERE question = ? ORDER BY expert",
            arguments: [row["number"] as Int])
        return Published(
            id: row["id"], topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]), text: row["text"],
            month: row["month"], answers: answers.map { Answer(expert: $0["expert"], text: $0["text"]) })
    }
}

extension Listing {
    fileprivate init(total: Int, page: Int, items: () -> [Listed]) {
        self.init(
            total: total, page: page, pages: max(1, (total + Self.pageSize - 1) / Self.pageSize), items: items())
    }
}

extension Listed {
    fileprivate init(row: Row, excerpt: String?) {
        let text: String = row["text"]
        self.init(
            id: row["id"], topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]),
            title: Summary.title(of: text),
            excerpt: Highlight.pieces(of: excerpt ?? Summary.shortened(Summary.rest(of: text), to: 220)),
            month: row["month"])
    }
}
