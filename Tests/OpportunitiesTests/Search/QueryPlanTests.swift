import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("A hot query")
struct QueryPlanTests {
    @Test(
        "reads no table from end to end",
        arguments: [
            ["q": "dogs"], ["near": "B3"], ["q": "dogs", "near": "B3"], ["cause": "Health"], [:],
            ["remote": "only"], ["q": "dogs", "day": "tuesday", "slot": "evening", "hours": "2"],
            ["near": "B3", "remote": "also"],
        ])
    func plans(parameters: [String: String]) async throws {
        let seeded = try await SeededCatalogue.shared()
        let catalogue = seeded.catalogue
        let search = try seeded.checked(parameters)
        try await catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            var asked: [String] = []
            db.trace { if case .statement(let statement) = $0 { asked.append(statement.expandedSQL) } }
            _ = try catalogue.results(of: search, snapshot, db)
            db.trace(options: [])
            #expect(!asked.isEmpty)
            for sql in asked where sql.hasPrefix("SELECT") {
                let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
                // The index on words is a virtual table: its scan is a look-up, and its own tables are small.
                let looksUp = ["VIRTUAL TABLE INDEX", "main.searchable_", "CONSTANT ROW"]
                let scans = plan.filter { line in line.hasPrefix("SCAN") && !looksUp.contains { line.contains($0) } }
                #expect(scans == [], "\(sql)")
            }
        }
    }

    @Test("opens the catalogue so that what is acknowledged is kept")
    func durable() async throws {
        let seeded = try SeededCatalogue()
        let durability = try await seeded.catalogue.database.writeWithoutTransaction(Durability.init)
        #expect(durability.violations.isEmpty)
    }
}
