import Foundation
import GRDB

@testable import TextSearch

/// Documents in a real FTS5 table in memory, and the index read from it.
struct SmallIndex {
    let index: SearchIndex

    static let fields = [
        Field("title", weight: 2.5, dilution: 0.4, isTitle: true), Field("text", weight: 1, dilution: 0.7),
    ]
    static let scoring = Scoring(
        saturation: 1.2, together: 0.3, asTyped: 0.1, likeTheBest: 0)

    /// Row numbers are 10, 20, 30 …
    init(_ documents: [(title: String, text: String)], neighboursFrom: Int? = nil) throws {
        index = try DatabaseQueue().write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2');
                    \(SearchIndex.vocabulary(of: "words"))
                    """)
            for (place, document) in documents.enumerated() {
                try db.execute(
                    sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                    arguments: [(place + 1) * 10, document.title, document.text])
            }
            return try SearchIndex.read(
                "words", fields: Self.fields, saturation: Self.scoring.saturation, neighboursFrom: neighboursFrom,
                language: Language(), in: db)
        }
    }

    static func wanted(_ words: String, all: Bool = false) -> Wanted {
        Wanted(
            ideas: words.split(separator: " ").map {
                .init(word: String($0), stem: Porter2.stem(String($0)))
            }, demandsAll: all)
    }

    func best(_ most: Int, _ words: String, all: Bool = false) -> [Int] {
        let wanted = Self.wanted(words, all: all)
        return Closeness(wanted, in: index, scoring: Self.scoring)
            .ordered(index.best(100, of: wanted), window: 100).prefix(most).map { index.row(of: $0.document) }
    }
}
