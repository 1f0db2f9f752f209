import GRDB
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Questions

@Suite struct QueryPlanTests {
    /// SQLite's plan for each statement the act runs, as it stands in the program.
    private func plans(_ open: OpenDesk, of act: () async throws -> Void) async throws -> [String] {
        let statements = Statements()
        // Acts that follow one another read through the same connection.
        try await open.desk.database.read { db in
            db.trace { event in
                if case .statement(let statement) = event { statements.note(statement.sql) }
            }
        }
        try await act()
        return try await open.desk.database.read { db in
            db.trace(options: [])
            return try statements.selects.flatMap { sql in
                let explained = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
                explained.setUncheckedArguments([])
                return try Row.fetchAll(explained).map { $0["detail"] as String }
            }
        }
    }

    private final class Statements: Sendable {
        private let seen = Mutex<[String]>([])
        func note(_ sql: String) { seen.withLock { $0.append(sql) } }
        /// Those of the desk, without FTS5's own.
        var selects: [String] {
            seen.withLock { $0.filter { ($0.hasPrefix("SELECT") || $0.hasPrefix("WITH")) && !$0.contains("'main'.") } }
        }
    }

    @Test("One topic's questions are found by its index, not by walking all")
    func topic() async throws {
        try await withDesk { open in
            let plans = try await plans(open) { _ = try await open.desk.browse(topic: "careers", page: 1) }
            #expect(plans.count { $0.hasPrefix("SEARCH published USING") && $0.contains("published_by_topic") } == 2)
            #expect(!plans.contains { $0.hasPrefix("SCAN published") })
        }
    }

    @Test("The newest months are read in the index's order")
    func months() async throws {
        try await withDesk { open in
            for act in [
                { _ = try await open.desk.browse(topic: nil, page: 1) }, { _ = try await open.desk.latest(20) },
            ] as [() async throws -> Void] {
                let plans = try await plans(open, of: act)
                #expect(plans.contains { $0.hasPrefix("SCAN published USING INDEX published_by_month") })
                #expect(!plans.contains { $0 == "SCAN published" || $0 == "USE TEMP B-TREE FOR ORDER BY" })
            }
        }
    }

    @Test("A search begins at the words and goes to each page by its number", arguments: [nil, "careers"])
    func search(topic: String?) async throws {
        try await withDesk { open in
            try await open.published("How do I become a supervisor?")
            try await open.desk.readIndex()
            let plans = try await plans(open) {
                _ = try await open.desk.search("supervisor", topic: topic, page: 1)
            }
            // The excerpt of the one that is found, and its row.
            #expect(plans.count { $0.hasPrefix("SCAN published_words VIRTUAL TABLE INDEX") } == 1)
            #expect(plans.count { $0 == "SEARCH published USING INTEGER PRIMARY KEY (rowid=?)" } == 1)
            #expect(plans.contains { $0.contains("published_by_topic (topic=?)") } == (topic != nil))
            #expect(plans.contains { $0.contains("COVERING INDEX published_by_successor") })
            #expect(!plans.contains { $0 == "SCAN published" })
        }
    }

    @Test("A page, a receipt and a question's history are each found by key")
    func keys() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)
            let plans = try await plans(open) {
                _ = try await open.desk.published(id)
                _ = try await open.desk.standing(of: receipt)
                _ = try await open.desk.history(of: id, for: open.yasmin)
            }
            #expect(!plans.isEmpty)
            #expect(!plans.contains { $0.hasPrefix("SCAN") })
        }
    }

    @Test("A page with what is similar, a slip and a file of the sitemap walk no table of published pages")
    func pages() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            try await open.published("When does a supervisor retire?")
            try await open.desk.readIndex()
            let plans = try await plans(open) {
                _ = try await open.desk.page(of: id)
                _ = try await open.desk.search("superviser", topic: nil, page: 1)
                _ = try await open.desk.sitemap(of: open.clock.world.today.month)
            }
            #expect(plans.contains { $0.contains("published_by_successor (superseded_by=?)") })
            #expect(!plans.contains { $0 == "SCAN published" || $0 == "SCAN published_words" })
            #expect(!plans.contains { $0.hasPrefix("SCAN published_answer") || $0.hasPrefix("SCAN published_source") })
        }
    }

    @Test("The queue and the whole history walk no published table")
    func queue() async throws {
        try await withDesk { open in
            let plans = try await plans(open) {
                _ = try await open.desk.queue(for: open.yasmin)
                _ = try await open.desk.history(for: open.yasmin)
            }
            #expect(!plans.contains { $0.contains("published") })
            #expect(plans.contains { $0.hasPrefix("SCAN decision USING INDEX decision_by_day") })
        }
    }

    @Test("A page of the queue reads no decided question, and the words of those it shows alone")
    func queuePage() async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            let plans = try await plans(open) { _ = try await open.desk.queue(for: open.yasmin, showing: .init()) }
            #expect(plans.contains { $0.hasPrefix("SCAN question USING COVERING INDEX question_waiting") })
            #expect(!plans.contains { $0 == "SCAN question" || $0.hasPrefix("SCAN redaction") })
        }
    }
}
