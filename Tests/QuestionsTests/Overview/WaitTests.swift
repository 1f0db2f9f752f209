import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct WaitTests {
    @Test("The receipt shows the median of days at a step, from the fifth question on")
    func median() async throws {
        try await withDesk { open in
            let receipt = try await open.sent("How do I become a supervisor?")
            for days in [1, 30, 2, 2, 9] {
                #expect(try await open.standing(receipt).expectedDays == nil)
                let id = try await open.asked("Question that waits \(days) days?").id
                open.clock.advance(days: days)
                try await open.assign(id)
                try await open.decline(id)
            }
            #expect(try await open.standing(receipt).step == .received)
            #expect(try await open.standing(receipt).expectedDays == 2)
            #expect(try await open.rows("wait").count == 5)
        }
    }

    @Test("An answer written anew goes on waiting; a longer stay than a year counts as a year")
    func rewritten() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            try await open.answer(id)
            open.clock.advance(days: 300)
            try await open.answer(id, "A second thought, longer than the first.")
            open.clock.advance(days: 300)
            try await open.approve(id)
            let counts = try await open.desk.database.read {
                try Row.fetchAll($0, sql: "SELECT step, days, count FROM wait ORDER BY step").map {
                    "\($0["step"] as String) \($0["days"] as Int) \($0["count"] as Int)"
                }
            }
            #expect(counts == ["answered 365 1", "received 0 1", "with expert 0 1"])
        }
    }
}
