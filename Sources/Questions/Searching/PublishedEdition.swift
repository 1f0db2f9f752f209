import GRDB
import Storage
import TextSearch

/// The words of published pages in memory, as the file held them at one moment. It never changes, and nothing of it is
/// written anywhere: a file of its own would be one more copy of words that may have to be withdrawn.
struct PublishedEdition: Sendable {
    /// Counts the changes of published pages: see `Schema.wholeWords`.
    let generation: Int
    let finder: Finder
    /// In the order of the index's documents.
    private let wordings: [Wording]

    /// Which words a document has: a page's id is never given twice, and its version moves on with each change of its
    /// words.
    private struct Wording: Equatable {
        let number: Int64
        let id: ID<Question>
        let version: Int64
    }

    /// A word in a question says twice as much of it as one in an answer, which wanders further.
    private static let fields = [
        Field("question", weight: 2, dilution: 0.5, isTitle: true), Field("answer", weight: 1, dilution: 0.75),
    ]

    /// Without the words that mean the same in adverts for volunteers (`seed-data/synonyms.csv`), where a `career` is a
    /// `CV` and an `interview`. Searched for by two words of a labelled question, what they add is of its specialty 20
    /// times in 100; what is found without them, 24 times.
    private static let language = Language()

    init(_ db: Database) throws {
        generation = try Self.generation(db)
        let index = try SearchIndex.read("published_words", fields: Self.fields, language: Self.language, in: db)
        finder = Finder(index, language: Self.language)
        var wordings: [Wording] = []
        wordings.reserveCapacity(index.count)
        try Self.eachWording(db) { wordings.append($0) }
        guard wordings.count == index.count else {
            throw DatabaseError(message: "published_words has \(index.count) rows for \(wordings.count) questions")
        }
        self.wordings = wordings
    }

    var count: Int { wordings.count }

    static func generation(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT number FROM published_generation") ?? 0
    }

    /// The documents that in this transaction have the very words they have here; nil for all of them.
    func standing(in db: Database) throws -> DocumentSet? {
        var standing = DocumentSet(capacity: count)
        var (document, found) = (0, 0)
        try Self.eachWording(db) { wording in
            while document < count, wordings[document].number < wording.number { document += 1 }
            guard document < count, wordings[document] == wording else { return }
            standing.insert(document)
            found += 1
        }
        return found == count ? nil : standing
    }

    private static func eachWording(_ db: Database, _ body: (Wording) -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT number, id, version FROM published ORDER BY number")
        while let row = try rows.next() { body(Wording(number: row[0], id: row[1], version: row[2])) }
    }
}
