import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite("What is decided is forgotten in time")
struct RetentionTests {
    /// Decided on 15 September, so the days count from 1 October.
    private func daysKept(_ kind: Step.Kind) async throws -> Int {
        var kept = 0
        try await withDesk { open in
            let (receipt, _) = try await open.question(at: kind)
            while try await open.desk.standing(of: receipt) != nil, kept < 400 {
                open.clock.advance(days: 1)
                kept += 1
                try await open.desk.forget()
            }
            for table in ["question", "redaction", "answer", "clarification", "exclusion", "pending_act"] {
                #expect(try await open.rows(table).isEmpty)
            }
            #expect(try await open.desk.browse(topic: nil, page: 1).total == (kind == .published ? 1 : 0))
            #expect(try await open.desk.history(for: open.yasmin).allSatisfy { $0.when == "2026-09" })
            _ = try await open.desk.batch()
            #expect(try open.files(holding: Data("manager Quentin".utf8)).isEmpty == (kind != .published))
        }
        return kept
    }

    @Test(
        "Originals and receipts go 30 days after the month of the decision, private answers 90",
        arguments: [
            (Step.Kind.published, 16 + 30), (.declined, 16 + 30), (.withdrawn, 16 + 30), (.answeredPrivately, 16 + 90),
        ])
    func kept(kind: Step.Kind, days: Int) async throws {
        #expect(try await daysKept(kind) == days)
    }

    @Test("What is open is never forgotten", arguments: [Step.Kind.arrived, .received, .withExpert, .answered])
    func open(kind: Step.Kind) async throws {
        try await withDesk { open in
            let (receipt, _) = try await open.question(at: kind)
            open.clock.advance(days: 400)
            try await open.desk.forget()
            #expect(try await open.standing(receipt).step.kind == kind)
        }
    }

    @Test("Two questions decided on other days of a month are forgotten on the same day")
    func noDay() async throws {
        try await withDesk { open in
            let first = try await open.question(at: .declined).0
            open.clock.advance(days: 14)
            let last = try await open.question(at: .declined).0
            open.clock.advance(days: 31)
            try await open.desk.forget()
            #expect(try await open.desk.standing(of: first) != nil)
            open.clock.advance(days: 1)
            try await open.desk.forget()
            for receipt in [first, last] { #expect(try await open.desk.standing(of: receipt) == nil) }
        }
    }
}
