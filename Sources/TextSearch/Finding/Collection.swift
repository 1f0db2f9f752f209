import GRDB

/// Documents that belong to no room, to be searched as a room's are: for judging the ranking.
package struct Collection: Sendable {
    package struct Document: Sendable {
        package let id: String
        package let title: String
        package let text: String
        package let tags: String

        package init(id: String, title: String, text: String, tags: String) {
            self.id = id
            self.title = title
            self.text = text
            self.tags = tags
        }
    }

    private let ids: [String]
    private let finder: Finder

    private static let fields = [
        Field("title", weight: 3, dilution: 0.5, isTitle: true), Field("text", weight: 1, dilution: 0.75),
        Field("tags", weight: 1, dilution: 0.5),
    ]

    package init(_ documents: [Document], language: Language) throws {
        ids = documents.map(\.id)
        finder = try DatabaseQueue().write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE words USING fts5(title, text, tags, tokenize = 'unicode61 remove_diacritics 2');
                    \(SearchIndex.vocabulary(of: "words"))
                    """)
            for (row, document) in documents.enumerated() {
                try db.execute(
                    sql: "INSERT INTO words (rowid, title, text, tags) VALUES (?, ?, ?, ?)",
                    arguments: [row, document.title, document.text, document.tags])
            }
            return Finder(
                try SearchIndex.read("words", fields: Self.fields, language: language, in: db), language: language)
        }
    }

    /// The best first.
    package func best(_ most: Int, for text: String) -> [(id: String, score: Double)] {
        finder.best(most, of: finder.understand(text)).map { (ids[finder.index.row(of: $0.document)], $0.score) }
    }
}
