import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ExclusionTests {
    @Test("Chosen before the first batch, an exclusion hides the question from the first moment")
    func fromTheStart() async throws {
        try await withDesk { open in
            let receipt = try await open.sent("My manager Alasdair never listens to me.")
            try await open.decide(.exclude([open.alasdair, open.desmond]), receipt)
            _ = try await open.desk.batch()
            let id = try #require(try await open.desk.queue(for: open.yasmin).first?.id)
            try await open.assign(id)
            let (desk, alasdair) = (open.desk, open.alasdair)
            #expect(try await desk.queue(for: alasdair).isEmpty)
            #expect(try await desk.question(id, for: alasdair) == nil)
            #expect(try await desk.history(of: id, for: alasdair).isEmpty)
            #expect(try await desk.history(for: alasdair).isEmpty)
            let version = try await open.now(id).version
            for act in [
                { try await desk.decline(id, reason: "No.", version: version, by: alasdair) },
                { try await desk.redact("manager", as: .name, in: id, version: version, by: alasdair) },
                { try await desk.assign(id, to: open.nerys, version: version, by: alasdair) },
            ] as [() async throws -> Void] {
                await #expect(throws: Desk.Refusal.gone) { try await act() }
            }
            await #expect(throws: Desk.Refusal.excludedByAsker) {
                try await desk.assign(id, to: open.desmond, version: version, by: open.yasmin)
            }
        }
    }

    @Test("An expert who is left out loses the question, and their answer that is not out is dropped", arguments: 0...2)
    func expert(step: Int) async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.assign(id)
            if step > 0 { try await open.answer(id) }
            if step > 1 { try await open.approve(id) }
            #expect(try await open.bringIn(.exclude([open.nerys]), receipt).step == .received)
            #expect(try await open.now(id).answer == nil)
            #expect(try await open.desk.assigned(to: open.nerys).isEmpty)
            #expect(try await open.desk.published(id) == nil)
        }
    }

    @Test("At publication exclusions are deleted; of what is not published they stay")
    func deleted() async throws {
        try await withDesk { open in
            for isPublished in [true, false] {
                let receipt = Receipt(from: open.clock.world)
                let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
                try await open.bringIn(.exclude([open.alasdair]), receipt)
                if isPublished {
                    try await open.assign(id)
                    try await open.answer(id)
                    try await open.release(id)
                } else {
                    try await open.decline(id)
                }
                #expect(try await open.rows("exclusion").isEmpty == isPublished)
                #expect(try await (open.desk.question(id, for: open.alasdair) != nil) == isPublished)
            }
        }
    }
}
