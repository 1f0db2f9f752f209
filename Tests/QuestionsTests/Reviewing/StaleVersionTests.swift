import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct StaleVersionTests {
    @Test("Of two moderators who decide at once, exactly one wins and the other is told", arguments: 1...8)
    func atOnce(round: Int) async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            let (id, version) = (question.id, question.version)
            async let one = outcome {
                try await open.desk.assign(id, to: open.nerys, version: version, by: open.yasmin)
            }
            async let other = outcome {
                try await open.desk.assign(id, to: open.desmond, version: version, by: open.alasdair)
            }
            let (first, second) = await (one, other)
            #expect([first, second].count { $0 == nil } == 1)
            #expect([first, second].count { $0 == .changedMeanwhile } == 1)
            let now = try await open.now(id)
            #expect(now.step == .withExpert(first == nil ? open.nerys : open.desmond))
            #expect(now.version == version + 1)
            let winner = first == nil ? open.yasmin : open.alasdair
            #expect(try await open.desk.history(of: id, for: open.yasmin).map(\.person) == [winner])
        }
    }

    private func outcome(_ act: () async throws -> Void) async -> Desk.Refusal? {
        do {
            try await act()
            return nil
        } catch {
            return error as? Desk.Refusal
        }
    }

    @Test("A decision made on an older version is refused and leaves everything as it was")
    func stale() async throws {
        try await withDesk { open in
            let (desk, yasmin, nerys) = (open.desk, open.yasmin, open.nerys)
            let id = try await open.asked("How do I become a supervisor at Vexilbourne?").id
            let old = try await open.assign(id).version - 1
            let before = try await open.rows()
            let text = try Answer.Draft(OpenDesk.answer)
            let acts: [(String, @Sendable () async throws -> Void)] = [
                ("redact", { try await desk.redact("Vexilbourne", as: .employer, in: id, version: old, by: yasmin) }),
                ("restore", { try await desk.restore(spanAt: 0, in: id, version: old, by: yasmin) }),
                ("assign", { try await desk.assign(id, to: open.desmond, version: old, by: yasmin) }),
                ("decline", { try await desk.decline(id, reason: "No.", version: old, by: yasmin) }),
                ("answer", { try await desk.answer(id, text, version: old, by: nerys) }),
                ("hand back", { try await desk.handBack(id, reason: "Not mine.", version: old, by: nerys) }),
                ("release", { try await desk.release(id, version: old, by: yasmin) }),
                ("from the future", { try await desk.release(id, version: old + 2, by: yasmin) }),
            ]
            for (name, act) in acts {
                #expect(await outcome(act) == .changedMeanwhile, "\(name)")
            }
            #expect(try await open.rows() == before)
        }
    }

    @Test("Once it is decided, or where there is none, a question is gone for every act")
    func gone() async throws {
        try await withDesk { open in
            let (desk, yasmin, nerys) = (open.desk, open.yasmin, open.nerys)
            let text = try Answer.Draft(OpenDesk.answer)
            let ids = [
                try await open.published("How do I become a supervisor at Vexilbourne?").id,
                try await open.decline(try await open.asked("Is Vexilbourne a good employer?").id).id,
                open.clock.world.id(of: Question.self),
            ]
            let before = try await open.rows()
            for id in ids {
                let version = try await desk.question(id, for: open.yasmin)?.version ?? 1
                let acts: [@Sendable () async throws -> Void] = [
                    { try await desk.redact("Vexilbourne", as: .employer, in: id, version: version, by: yasmin) },
                    { try await desk.restore(spanAt: 0, in: id, version: version, by: yasmin) },
                    { try await desk.assign(id, to: nerys, version: version, by: yasmin) },
                    { try await desk.decline(id, reason: "No.", version: version, by: yasmin) },
                    { try await desk.answer(id, text, version: version, by: nerys) },
                    { try await desk.handBack(id, reason: "No.", version: version, by: nerys) },
                    { try await desk.release(id, version: version, by: yasmin) },
                ]
                for act in acts { #expect(await outcome(act) == .gone) }
            }
            #expect(try await open.rows() == before)
        }
    }
}
