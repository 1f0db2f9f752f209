import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct QueueOrderTests {
    /// With 300 asks chance alone stays within ±.12 in 998 of 1,000 cases; the seed is fixed.
    @Test("Neither the queue nor the file follows the order in which one day's questions came")
    func oneDay() async throws {
        try await withDesk { open in
            let texts = (1...300).map { "Question number \($0) of this one day?" }
            for text in texts {
                open.clock.advance(minutes: 1)
                let draft = try await open.draft(text)
                _ = try await open.desk.ask(draft, receipt: Receipt(from: open.clock.world))
            }
            #expect(try kendallsTau(texts, texts) == 1)
            _ = try await open.desk.batch()
            #expect(abs(try kendallsTau(texts, try await open.desk.queue(for: open.yasmin).map(\.text))) < 0.12)
            let orders = ["", " ORDER BY id", " ORDER BY receipt", " NOT INDEXED"]
            for order in orders {
                let stored = try await open.desk.database.read {
                    try String.fetchAll($0, sql: "SELECT text FROM question\(order)")
                }
                #expect(abs(try kendallsTau(texts, stored)) < 0.12, "\(order)")
            }
        }
    }

    @Test("The longest waiting day comes first")
    func days() async throws {
        try await withDesk { open in
            let first = try await open.asked("The question of the first day?").id
            for day in 2...6 {
                open.clock.advance(days: 1)
                _ = try await open.asked("The question of day number \(day)?")
            }
            try await open.assign(first)
            let days = try await open.desk.queue(for: open.yasmin).map(\.received)
            #expect(days == days.sorted())
            #expect(days.count == 6)
            #expect(try await open.desk.queue(for: open.yasmin).first?.id == first)
        }
    }
}
