import GRDB
package import Storage

extension Desk {
    /// As many addresses as one file of a sitemap holds; the format allows 50,000.
    private static let perFile: Int64 = 10_000

    /// How many files it takes to name every published page.
    package func sitemapFiles() async throws -> Int {
        try await database.read { db in
            let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM published") ?? 0
            return Int((last + Self.perFile - 1) / Self.perFile)
        }
    }

    /// The pages of one of these files, from 1; by name, so that no number tells of an order.
    package func sitemap(_ file: Int) async throws -> [(id: ID<Question>, month: Month)] {
        let first = Int64(file - 1) * Self.perFile
        return try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, month FROM published WHERE number > ? AND number <= ? ORDER BY id",
                arguments: [first, first + Self.perFile]
            ).map { ($0["id"], $0["month"]) }
        }
    }
}
