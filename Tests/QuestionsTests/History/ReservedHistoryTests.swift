import Storage
import TestSupport
import Testing

@testable import Questions

/// Who was left out reads nothing of a question, and that does not end with it.
@Suite struct ReservedHistoryTests {
    /// Declined or withdrawn, with Alasdair left out.
    private func kept(_ open: OpenDesk, isWithdrawn: Bool) async throws -> ID<Question> {
        let receipt = Receipt(from: open.clock.world)
        let id = try await open.asked("My manager Alasdair never listens to me.", receipt: receipt).id
        try await open.bringIn(.exclude([open.alasdair]), receipt)
        if isWithdrawn {
            try await open.assign(id)
            try await open.desk.withdraw(receipt)
        } else {
            try await open.decline(id, "It names Alasdair.")
        }
        return id
    }

    @Test(
        "After it is forgotten who was left out still reads nothing of it, and who decided does",
        arguments: [true, false])
    func forgotten(isWithdrawn: Bool) async throws {
        try await withDesk { open in
            let id = try await kept(open, isWithdrawn: isWithdrawn)
            let other = try await open.asked("How do I become a supervisor?").id
            try await open.decline(other)
            open.clock.advance(days: 100)
            try await open.desk.forget()
            try await open.desk.forget()
            #expect(try await open.rows("exclusion").isEmpty)
            #expect(try await open.rows("reserved").count == 1)
            #expect(try await open.desk.history(of: id, for: open.alasdair).isEmpty)
            #expect(try await open.desk.history(for: open.alasdair).map(\.question) == [other])
            let listed = try await open.desk.history(HistoryFilter(), for: open.alasdair, page: nil).entries
            #expect(listed.map(\.question) == [other])
            #expect(try await open.desk.history(of: id, for: open.yasmin).count == 1)
            // Nor does it show whom: everybody else who did not decide reads as little.
            #expect(try await open.desk.history(of: id, for: open.desmond).isEmpty)
        }
    }

    @Test("A question that is withdrawn is kept from who was left out at once")
    func withdrawn() async throws {
        try await withDesk { open in
            let id = try await kept(open, isWithdrawn: true)
            #expect(try await open.rows("exclusion").isEmpty)
            #expect(try await open.desk.history(of: id, for: open.alasdair).isEmpty)
            #expect(try await open.desk.history(of: id, for: open.yasmin).map(\.act) == ["assigned"])
        }
    }

    @Test("What was kept from nobody, or is published, is reserved from nobody")
    func open() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)
            try await open.decline(try await open.asked("How do I set my first price?").id)
            open.clock.advance(days: 100)
            try await open.desk.forget()
            #expect(try await open.rows("reserved").isEmpty)
            #expect(try await open.desk.history(of: id, for: open.alasdair).count == 3)
        }
    }
}
