import Foundation
import GRDB
import Opportunities
import TextSearch

/// The ranker's index over a corpus, in this process.
package struct EngineSearch {
    private var index: SearchIndex { finder.index }
    /// Seconds.
    package let building: Double
    /// Bytes by which the process grew.
    let resident: Int?

    private let finder: Finder

    private static let fields = [
        Field("title", weight: 3, dilution: 0.5, isTitle: true), Field("organisation", weight: 1, dilution: 0.5),
        Field("tags", weight: 1, dilution: 0.5), Field("text", weight: 1, dilution: 0.75),
    ]

    package init(_ corpus: CorpusFolder) throws {
        let file = corpus.folder.appending(path: "words.sqlite")
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let queue = try DatabaseQueue(path: file.path)
        let clock = ContinuousClock()
        if !isThere {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000")
                try db.execute(
                    sql: "ATTACH ? AS corpus", arguments: [corpus.folder.appending(path: "opportunities.sqlite").path])
                try db.execute(
                    sql: """
                        CREATE VIRTUAL TABLE spoken USING fts5(
                            title, organisation, tags, text, tokenize = 'unicode61 remove_diacritics 2');
                        \(SearchIndex.vocabulary(of: "spoken"))
                        INSERT INTO spoken (rowid, title, organisation, tags, text)
                            SELECT rowid, title, organisation, \(StockIndex.tags), text FROM corpus.searchable;
                        DETACH corpus;
                        """)
            }
        }
        let before = ResidentMemory.bytes()
        let began = clock.now
        let language = Language()
        finder = try queue.read { db in
            Finder(try SearchIndex.read("spoken", fields: Self.fields, language: language, in: db), language: language)
        }
        building = (clock.now - began) / .seconds(1)
        resident = before.flatMap { before in ResidentMemory.bytes().map { $0 - before } }
    }

    /// The words that most adverts hold, once the index of a corpus was made.
    package static func frequentWords(_ most: Int, of corpus: CorpusFolder) throws -> [String] {
        try DatabaseQueue(path: corpus.folder.appending(path: "words.sqlite").path).read { db in
            try String.fetchAll(
                db, sql: "SELECT term FROM spoken_row ORDER BY doc DESC, term LIMIT ?", arguments: [most])
        }
    }

    /// Of memory.
    package var bytes: Int { finder.bytes }
    package var postings: Int { index.postings }

    /// Nil for the classes that need more than words.
    package func rows(_ query: SearchQuery) -> [Int]? {
        understood(query).map { finder.best(20, of: $0).map { index.row(of: $0.document) } }
    }

    /// Whether the best that were found without looking at everything are the best of everything, ties and scores too.
    ///
    /// Takes a second at a million documents.
    package func isExact(_ query: SearchQuery) -> Bool? {
        understood(query).map { understood in
            let best = index.best(Self.compared, of: understood.wanted)
            return best == Array(index.everyHit(of: understood.wanted).prefix(Self.compared))
        }
    }

    private static let compared = 30

    private func understood(_ query: SearchQuery) -> Finder.Understood? {
        guard query.around == nil, query.kind != .facets else { return nil }
        // Words as the page takes them, without their spelling, which tantivy does not look at either.
        var text = query.words.joined(separator: " ")
        if query.demand == .phrase { text = "\"\(text)\"" }
        let understood = finder.understand(text, isCorrecting: false, isAsYouType: query.demand == .prefix)
        return query.demand == .any ? understood : understood.demandingAll()
    }
}
