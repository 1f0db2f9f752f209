import Foundation
import GRDB
import Opportunities

/// SQLite's own full-text index and ranking over a corpus, in four columns as the peers have them.
package struct StockIndex: Sendable {
    let database: DatabaseQueue
    /// Seconds for inserting and merging, kept beside the file.
    let building: Double?

    package init(_ corpus: CorpusFolder) throws {
        let file = corpus.folder.appending(path: "stock.sqlite")
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let kept = corpus.folder.appending(path: "stock.seconds")
        let unfinished = corpus.folder.appending(path: "stock.unfinished")
        if !isThere {
            try? FileManager.default.removeItem(at: unfinished)
            let seconds = try Self.build(unfinished, from: corpus)
            try Data(String(seconds).utf8).write(to: kept)
            try FileManager.default.moveItem(at: unfinished, to: file)
        }
        building = (try? String(contentsOf: kept, encoding: .utf8)).flatMap(Double.init)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA mmap_size = 8000000000; PRAGMA cache_size = -200000")
        }
        database = try DatabaseQueue(path: file.path, configuration: configuration)
    }

    private static func build(_ file: URL, from corpus: CorpusFolder) throws -> Double {
        let queue = try DatabaseQueue(path: file.path)
        let clock = ContinuousClock()
        let began = clock.now
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000")
            try db.execute(
                sql: "ATTACH ? AS corpus", arguments: [corpus.folder.appending(path: "opportunities.sqlite").path])
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE stock USING fts5(
                        title, organisation, tags, text, tokenize = 'porter unicode61 remove_diacritics 2');
                    INSERT INTO stock (rowid, title, organisation, tags, text)
                        SELECT rowid, title, organisation, \(tags), text FROM corpus.searchable;
                    INSERT INTO stock (stock) VALUES ('optimize');
                    DETACH corpus;
                    """)
        }
        try queue.close()
        return (clock.now - began) / .seconds(1)
    }

    /// What a document is about beside its title and text.
    static let tags = "gains || char(10) || needs || char(10) || causes || char(10) || place"
}
