import Foundation
import GRDB
import Opportunities
import TextSearch

/// The ranker's index over a corpus, in this process.
package struct EngineSearch {
    let index: SearchIndex
    /// Seconds.
    package let building: Double
    /// Bytes by which the process grew.
    let resident: Int?

    private static let fields = [
        Field("title", weight: 2.5, dilution: 0.5, isTitle: true), Field("organisation", weight: 0.7, dilution: 0.5),
        Field("tags", weight: 1, dilution: 0.5), Field("text", weight: 1, dilution: 0.75),
    ]
    private static let scoring = Scoring(
        saturation: 1.2, leastCoverage: 0.4, closeness: Closeness(inTitle: 0.2, asTyped: 0.1, together: 0.3))

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
        index = try queue.read { db in
            try SearchIndex.read(
                "spoken", fields: Self.fields, saturation: Self.scoring.saturation, stem: Porter2.stem, in: db)
        }
        building = (clock.now - began) / .seconds(1)
        resident = before.flatMap { before in ResidentMemory.bytes().map { $0 - before } }
    }

    /// Of memory.
    package var bytes: Int { index.bytes }
    package var postings: Int { index.postings }

    /// Nil for the classes it does not answer alone.
    package func rows(_ query: SearchQuery) -> [Int]? {
        guard query.around == nil, query.kind != .facets else { return nil }
        var words = query.words
        if query.demand == .prefix, let begun = words.popLast() {
            return completed(words, begun)
        }
        var wanted = Wanted(
            ideas: words.map { word in
                Wanted.Idea(word: word, sayings: [Wanted.Saying(stem: Porter2.stem(word))])
            }, demandsAll: query.demand != .any)
        if query.demand == .phrase { wanted.phrases = [Wanted.Phrase(ideas: Array(words.indices))] }
        return index.best(20, of: wanted, scoring: Self.scoring).map { index.row(of: $0.document) }
    }

    private func completed(_ words: [String], _ begun: String) -> [Int] {
        let ends = index.words(beginning: begun, most: 8).map { Wanted.Saying(stem: Porter2.stem($0)) }
        let whole = words.map { Wanted.Idea(word: $0, sayings: [Wanted.Saying(stem: Porter2.stem($0))]) }
        let wanted = Wanted(ideas: whole + [Wanted.Idea(word: nil, sayings: ends)], demandsAll: true)
        return index.best(20, of: wanted, scoring: Self.scoring).map { index.row(of: $0.document) }
    }
}
