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

    init(_ db: Database, day: Day) throws {
        generation = try Self.generation(db)
        self.day = day
        attributes = try Attributes(db, today: day)
        grid = try Grid(db, Walk(attributes.numbers))
        standing = Standing(attributes, today: day)
    }

    var count: Int { attributes.count }
    var all: DocumentSet { .all(capacity: count) }

    /// What all of it takes in memory.
    var bytes: Int { attributes.bytes + grid.bytes + standing.bytes }

    static func generation(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT number FROM generation") ?? 0
    }
}
