import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct LedgerTests {
    @Test func `the ledger stands in pages, the soonest to end first, and a page that there is not is the last`()
        async throws
    {
        try await withJournal { open in
            for number in 1...23 {
                let reflection = try await open.begun("Evening \(number)")
                try await open.share(
                    reflection, ["plan", "learn"], with: [.everyMember, .member(open.peer)],
                    until: open.today + (100 - number))
            }
            let all = try await open.journal.shares(of: open.owner)
            #expect(all.count == 46)
            var read: [Share] = []
            for page in 1...3 {
                let ledger = try await open.journal.ledger(of: open.owner, page: page)
                #expect((ledger.page, ledger.pages) == (page, 3))
                read += ledger.shares
            }
            #expect(read == all)
            #expect(read.first?.title == "Evening 23")
            #expect(try await open.journal.ledger(of: open.owner, page: 99).shares == Array(all.suffix(6)))
            #expect(try await open.journal.ledger(of: open.owner, page: -1).page == 1)
            #expect(try await open.journal.ledger(of: open.peer, page: 1).shares.isEmpty, "another's are not told")
            open.clock.advance(days: 95)
            #expect(try await open.journal.ledger(of: open.owner, page: 1).pages == 1, "what is over is not listed")
        }
    }

    @Test func `who sees one reflection is looked up by its id, however much its owner wrote`() async throws {
        try await withJournal { open in
            let plan = try await open.journal.database.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + Share.rows(Share.isOfOne),
                    arguments: ["owner": open.owner, "only": open.key(), "today": open.today]
                ).map { $0["detail"] as String }
            }
            let searches = plan.filter { $0.hasPrefix("SEARCH") || $0.hasPrefix("SCAN") }
            #expect(searches.first == "SEARCH reflection USING INDEX sqlite_autoindex_reflection_1 (id=?)", "\(plan)")
            #expect(searches.count == 3 && searches.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
        }
    }
}
