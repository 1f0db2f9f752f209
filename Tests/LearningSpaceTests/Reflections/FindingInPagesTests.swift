import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct FindingInPagesTests {
    @Test func `what is found stands in pages, and the count is of all of it`() async throws {
        try await withJournal { open in
            for number in 1...45 {
                open.clock.advance(minutes: 1)
                let rest = number % 3 == 0 ? " A rare remark." : ""
                _ = try await open.begun("Evening \(number)", words: ["learn": "The queue was long.\(rest)"])
            }
            var titles: [String] = []
            for page in 1...3 {
                let (found, count) = try await open.journal.reflections(
                    of: open.owner, matching: "long queues", page: page)
                #expect(count == 45)
                titles += found.map(\.own.summary.title)
            }
            #expect(titles == (1...45).reversed().map { "Evening \($0)" })
            let (found, count) = try await open.journal.reflections(of: open.owner, matching: "queue rare")
            #expect((found.count, count) == (15, 15))
            #expect(try await open.journal.reflections(of: open.owner, matching: "queue", page: 9).found.isEmpty)
        }
    }

    @Test func `a search begins at the rarest of its words`() async throws {
        try await withJournal { open in
            for number in 1...5 {
                _ = try await open.begun("\(number)", words: ["learn": number == 3 ? "apple zebra" : "apple"])
            }
            let (stems, plan) = try await open.journal.database.read { db in
                let stems = try Found.rarestFirst(["appl", "zebra"], of: open.owner, in: db)
                let holding = Found.holding(stems, of: open.owner)
                let plan = try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN SELECT count(*) FROM \(holding.sql)", arguments: holding.arguments)
                return (stems, plan.map { $0["detail"] as String })
            }
            #expect(stems == ["zebra", "appl"])
            #expect(plan.first == "SEARCH found_by USING PRIMARY KEY (owner=? AND stem=?)", "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }
}
