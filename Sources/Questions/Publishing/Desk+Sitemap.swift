import GRDB
package import Storage

extension Desk {
    /// The most addresses a sitemap may hold, by its format.
    private static let mostAddresses = 50_000

    /// The months in which something was published that still stands: a file of the sitemap for each, so that none
    /// says more of a page than its month.
    package func sitemapMonths() async throws -> [Month] {
        try await database.read { db in
            try Month.fetchAll(db, sql: "SELECT DISTINCT month FROM published ORDER BY month")
        }
    }

    /// The pages of a month; by name, so that nothing tells of an order.
    package func sitemap(of month: Month) async throws -> [ID<Question>] {
        try await database.read { db in
            try ID<Question>.fetchAll(
                db, sql: "SELECT id FROM published WHERE month = ? ORDER BY id LIMIT ?",
                arguments: [month, Self.mostAddresses])
        }
    }
}
