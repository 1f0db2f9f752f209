import GRDB

/// How the adverts of one source stand in the tables.
struct KnownRows {
    let db: Database
    let source: Source

    func row(of id: String) throws -> KnownRow? { try KnownRow.find(id, of: source.name, in: db) }

    /// The adverts made of one item.
    /// - Parameter ids: of adverts that nobody asks for.
    func rows(of item: String, but ids: Set<String> = []) throws -> [KnownRow] {
        var all = [item]
        if source.format == .rpde {
            // What follows `#` stands between `#` and the sign after it.
            let statement = try db.cachedStatement(
                sql: "SELECT provider_id FROM opportunity WHERE source = ? AND provider_id > ? AND provider_id < ?")
            all += try String.fetchAll(statement, arguments: [source.name, "\(item)#", "\(item)$"])
        }
        return try all.filter { !ids.contains($0) }.compactMap(row(of:))
    }
}
