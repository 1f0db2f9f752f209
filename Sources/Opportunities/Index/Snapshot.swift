import Foundation
import GRDB
import Storage
import TextSearch

/// What is kept in memory of everything that can be found, as the tables held it at one moment.
struct Snapshot: Sendable {
    /// Counts the changes of the tables; see `Schema`.
    let generation: Int
    /// The next dates are as of this day.
    let day: Day
    let attributes: Attributes
    let grid: Grid
    /// Without words: what stands first wherever it is.
    let standing: Standing
    /// By words; its documents are the same.
    let finder: Finder
    private let keys: Keys

    /// - Parameter kept: where the same may have been kept.
    init(_ db: Database, day: Day, language: Language = Language(), kept: KeptSnapshot? = nil) throws {
        generation = try Self.generation(db)
        self.day = day
        keys = try Keys(db, generation: generation, day: day)
        (attributes, grid) =
            try kept?.columns(keys)
            ?? {
                let attributes = try Attributes(db, today: day)
                return (attributes, try Grid(db, Walk(attributes.numbers)))
            }()
        standing = Standing(attributes, today: day)
        let index =
            try kept?.words(keys) ?? SearchIndex.read(Self.table, fields: Weights.fields, language: language, in: db)
        guard index.count == attributes.count else {
            throw DatabaseError(message: "\(Self.table) has \(index.count) rows for \(attributes.count) opportunities")
        }
        finder = Finder(index, language: language)
    }

    private static let table = "searchable"

    var count: Int { attributes.count }
    var all: DocumentSet { .all(capacity: count) }

    /// What all of it takes in memory.
    var bytes: Int { attributes.bytes + grid.bytes + standing.bytes + finder.bytes }

    func keep(in kept: KeptSnapshot) throws { try kept.keep(finder.index, attributes, grid, keys) }

    static func generation(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT number FROM generation") ?? 0
    }

    /// What the words and what the columns are derived from.
    struct Keys {
        let words: [UInt8]
        let columns: [UInt8]

        init(_ db: Database, generation: Int, day: Day) throws {
            words = try SearchIndex.key(of: Snapshot.table, fields: Weights.fields, in: db)
            columns = Array("\(generation) \(day) ".utf8) + words
        }
    }
}
