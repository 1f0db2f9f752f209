import GRDB

/// `ORDER BY rank LIMIT 20`, warm and with its statements prepared.
struct StockSearch {
    private let plain: Statement

    init(_ db: Database) throws {
        plain = try db.makeStatement(sql: "SELECT rowid FROM stock WHERE stock MATCH ? ORDER BY rank LIMIT 20")
    }

    /// Nil for a class that a full-text index alone cannot answer.
    func rows(_ query: SearchQuery) throws -> [Int]? {
        guard let match = query.match, query.around == nil, query.kind != .facets else { return nil }
        return try Int.fetchAll(plain, arguments: [match])
    }
}
