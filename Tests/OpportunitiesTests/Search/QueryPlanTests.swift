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
        let search = try Search(parameters, places: catalogue.places, taxonomy: catalogue.taxonomy)
        try await catalogue.file.read { db in
            let conditions = Conditions(search, demanding: .all)
            let today = try #require(Day("2026-11-22"))
            for request in [
                try conditions.count.statement(db), try Candidate.request(conditions, today: today).statement(db),
            ] {
                let plan = try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(request.sql)", arguments: request.arguments
                ).map { $0["detail"] as String }
                #expect(!plan.isEmpty)
                // The index on words is a virtual table: its scan is a look-up.
                #expect(plan.filter { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE INDEX") } == [])
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

extension SQLRequest {
    fileprivate func statement(_ db: Database) throws -> (sql: String, arguments: StatementArguments) {
        let statement = try makePreparedRequest(db).statement
        return (statement.sql, statement.arguments)
    }
}
