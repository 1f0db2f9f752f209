import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct WithdrawalTests {
    private static let text = "My manager Zarquon of Vexilbourne never listens to me. "

    @Test("Withdrawn, a question is gone from every view of the desk at once", arguments: Step.Kind.allCases)
    func gone(kind: Step.Kind) async throws {
        guard kind.next.contains(.withdrawn) else { return }
        try await withDesk { open in
            let (receipt, id) = try await open.question(at: kind)
            try await open.desk.withdraw(receipt)
            let standing = try await open.standing(receipt)
            #expect(standing.step == .withdrawn)
            #expect(standing.text.isEmpty)
            #expect(standing.offers.isEmpty && standing.answer == nil && standing.thread.isEmpty)
            for person in [open.yasmin, open.nerys] {
                #expect(try await open.desk.queue(for: person).isEmpty)
                if let id { #expect(try await open.desk.question(id, for: person) == nil) }
            }
            #expect(try await open.desk.assigned(to: open.nerys).isEmpty)
            let before = try await open.rows()
            try await open.desk.withdraw(receipt)
            _ = try await open.desk.batch()
            #expect(try await open.rows() == before)
            if let id {
                await #expect(throws: Desk.Refusal.gone) {
                    try await open.desk.decline(id, reason: "No.", version: 1, by: open.yasmin)
                }
            }
        }
    }

    @Test("What is published cannot be withdrawn, and an unknown receipt withdraws nothing")
    func refused() async throws {
        try await withDesk { open in
            let (receipt, id) = try await open.question(at: .published)
            await #expect(throws: Desk.Refusal.alreadyPublished) { try await open.desk.withdraw(receipt) }
            #expect(try await open.desk.published(try #require(id)) != nil)
            await #expect(throws: Desk.Refusal.gone) {
                try await open.desk.withdraw(Receipt(from: open.clock.world))
            }
        }
    }

    @Test("After the next batch its words stand in no file", arguments: [false, true], [1, 80])
    func erased(hasReachedTheDesk: Bool, length: Int) async throws {
        try await withDesk { open in
            for number in 1...40 { try await open.sent("Question number \(number) of this one day?") }
            let receipt = try await open.sent(String(repeating: Self.text, count: length))
            if hasReachedTheDesk {
                _ = try await open.desk.batch()
                let id = try #require(
                    try await open.desk.queue(for: open.yasmin).first { $0.text.contains("Zarquon") }?.id)
                try await open.redact("Vexilbourne", as: .employer, in: id)
                try await open.bringIn(
                    .object(proposing: try Question.Wording("Zarquon never listens to me.")), receipt)
                try await open.decide(.object(proposing: try Question.Wording("Zarquon never listens.")), receipt)
            }
            for number in 41...60 { try await open.sent("Question number \(number) of this one day?") }
            #expect(try !open.files(holding: Data("Zarquon".utf8)).isEmpty)
            try await open.desk.withdraw(receipt)
            #expect(try await !open.rows().joined().contains("Zarquon"))
            #expect(try await open.desk.batch().hasEmptiedLog)
            #expect(try open.files(holding: Data("Zarquon".utf8)).isEmpty)
            #expect(try open.files(holding: Data("Vexilbourne".utf8)).isEmpty)
            #expect(try !open.files(holding: Data("Question number 41".utf8)).isEmpty)
        }
    }
}
