import GRDB
import Storage
import Testing

@testable import Opportunities

@Suite("Following what changes")
struct FollowingPlanTests {
    @Test("reads a page of the feed, and whether searches are due, without reading a table from end to end")
    func plans() async throws {
        let catalogue = try await SeededCatalogue.shared().catalogue
        try await catalogue.file.read { db in
            let page = try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(Catalogue.feedSQL)", arguments: [5, 100]
            ).map { $0["detail"] as String }
            #expect(
                page.contains { $0.hasPrefix("SEARCH passed_on") }
                    && page.contains { $0.hasPrefix("SEARCH opportunity") })
            #expect(!page.contains { $0.hasPrefix("SCAN feed") || $0.hasPrefix("SCAN opportunity") }, "\(page)")
            let last = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT \(OrderOfChanges.last)").map {
                $0["detail"] as String
            }
            #expect(!last.contains { $0 == "SCAN passed_on" || $0 == "SCAN passed_on_gone" }, "\(last)")
        }
    }

    @Test("gives every opportunity of the catalogue one place in the feed")
    func whole() async throws {
        let catalogue = try await SeededCatalogue.shared().catalogue
        let items = try await catalogue.feed(after: 0, most: 1_000)
        #expect(items.count == 340)
        #expect(Set(items.map(\.id)).count == 340)
        #expect(items.allSatisfy { $0.live != nil })
        let rest = try await catalogue.feed(after: items[299].change, most: 1_000)
        #expect(rest.map(\.id) == items[300...].map(\.id))
    }
}
