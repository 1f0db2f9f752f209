import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct StepTests {
    /// Row by row: from this step to these, and to no others.
    private static let ways: [(Step.Kind, [Step.Kind])] = [
        (.arrived, [.received, .withdrawn]),
        (.received, [.changesAsked, .withExpert, .declined, .withdrawn]),
        (.changesAsked, [.changesAsked, .received, .withExpert, .declined, .withdrawn]),
        (.withExpert, [.withExpert, .received, .answered, .declined, .withdrawn]),
        (.answered, [.answered, .withExpert, .received, .approved, .declined, .withdrawn]),
        (.approved, [.answered, .withExpert, .received, .published, .answeredPrivately, .declined, .withdrawn]),
        (.published, []),
        (.answeredPrivately, [.withdrawn]),
        (.declined, [.received, .withdrawn]),
        (.withdrawn, []),
    ]

    private static func step(_ kind: Step.Kind, _ open: OpenDesk) -> Step {
        let until = open.clock.world.today + 1
        return switch kind {
        case .arrived: .arrived
        case .received: .received
        case .changesAsked: .changesAsked("Another reason.", until: until)
        case .withExpert: .withExpert(open.desmond)
        case .answered: .answered(by: open.desmond)
        case .approved: .approved(answerBy: open.desmond, until: until)
        case .published: .published
        case .answeredPrivately: .answeredPrivately
        case .declined: .declined(reason: "Another reason.")
        case .withdrawn: .withdrawn
        }
    }

    @Test("Each step is left for the steps that may follow, and for no other", arguments: Step.Kind.allCases)
    func moves(kind: Step.Kind) async throws {
        let allowed = try #require(Self.ways.first { $0.0 == kind }?.1)
        #expect(kind.next == Set(allowed))
        for next in Step.Kind.allCases where kind != .arrived && kind != .withdrawn {
            try await withDesk { open in
                let (_, id) = try await open.question(at: kind)
                let question = try await open.now(try #require(id))
                let outcome = await open.outcome {
                    try await open.desk.database.write { db in
                        try Desk.move(question, to: Self.step(next, open), on: open.clock.world.today, db)
                    }
                }
                #expect(outcome == (allowed.contains(next) ? nil : .gone), "\(kind) → \(next)")
                let now = try await open.desk.database.read { try Desk.question($0, question.id) }
                #expect(now?.step == (allowed.contains(next) ? Self.step(next, open) : question.step))
            }
        }
    }

    @Test("Each act of staff is taken at its steps, and refused at every other", arguments: Step.Kind.allCases)
    func staffActs(kind: Step.Kind) async throws {
        let open: [Step.Kind] = [.received, .changesAsked, .withExpert, .answered, .approved]
        typealias Act = (OpenDesk, ID<Question>, Int) async throws -> Void
        let remark = try Remark("Please say more about this.", field: "remark")
        let answer = try Answer.Draft(OpenDesk.answer)
        let acts: [(String, [Step.Kind], Desk.Refusal, Act)] = [
            (
                "redact", open, .gone,
                { try await $0.desk.redact("Quentin", as: .name, in: $1, version: $2, by: $0.yasmin) }
            ),
            (
                "ask for changes", [.received, .changesAsked], .gone,
                { try await $0.desk.askForChanges($1, remark, version: $2, by: $0.yasmin) }
            ),
            ("assign", open, .gone, { try await $0.desk.assign($1, to: $0.nerys, version: $2, by: $0.yasmin) }),
            ("clarify", [], .notYours, { try await $0.desk.clarify($1, remark, version: $2, by: $0.desmond) }),
            (
                "answer", [.withExpert, .answered], .notYours,
                { try await $0.desk.answer($1, answer, version: $2, by: $0.nerys) }
            ),
            (
                "hand back", [.withExpert], .notYours,
                { try await $0.desk.handBack($1, reason: "Not mine.", version: $2, by: $0.nerys) }
            ),
            ("release", [.answered], .gone, { try await $0.desk.release($1, version: $2, by: $0.yasmin) }),
            ("take back", [.approved], .gone, { try await $0.desk.takeBack($1, version: $2, by: $0.yasmin) }),
            ("reword", [], .gone, { try await $0.desk.reword($1, version: $2, by: $0.yasmin) }),
            ("decline", open, .gone, { try await $0.desk.decline($1, reason: "No.", version: $2, by: $0.yasmin) }),
        ]
        for (name, steps, refusal, act) in acts {
            try await withDesk { desk in
                guard let id = try await desk.question(at: kind).1 else { return }
                let version = try await desk.now(id).version
                let expected: Desk.Refusal? = steps.contains(kind) ? nil : kind.isOpen ? refusal : .gone
                #expect(await desk.outcome { try await act(desk, id, version) } == expected, "\(name) at \(kind)")
            }
        }
    }

    @Test(
        "Each act of an asker is taken where it is offered, and refused at every other step",
        arguments: Step.Kind.allCases)
    func askerActs(kind: Step.Kind) async throws {
        let offered: [AskerAct.Kind] =
            switch kind {
            case .arrived, .received: [.keepPrivate, .exclude]
            case .changesAsked: [.resubmit, .keepPrivate, .exclude]
            case .withExpert, .answered, .approved: [.reply, .keepPrivate, .exclude]
            case .declined: [.appeal]
            case .published, .answeredPrivately, .withdrawn: []
            }
        try await withDesk { open in
            let (receipt, id) = try await open.question(at: kind)
            #expect(try await open.standing(receipt).offers == offered)
            let wording = try Question.Wording("Nobody ever listens to me here.")
            let acts: [AskerAct] = [
                .agree, .object(proposing: wording), .reply(try Reply("Seven.")), .resubmit(wording), .keepPrivate,
                .exclude([open.desmond]), .appeal(try Appeal("It is about me alone.")),
            ]
            for act in acts {
                let outcome = await open.outcome { try await open.decide(act, receipt) }
                #expect(outcome == (offered.contains(act.kind) ? nil : .gone), "\(act.kind) at \(kind)")
            }
            guard let id, kind.isOpen else { return }
            try await open.redact("Quentin", in: id)
            #expect(try await open.standing(receipt).offers.starts(with: [.agree, .object]))
        }
    }

    @Test(
        "The schema refuses a step without what it carries, and what belongs to another step",
        arguments: [
            "step = 'with expert'", "step = 'answered'", "step = 'approved'", "step = 'changes asked'",
            "step = 'declined'", "step = 'published'", "step = 'withdrawn'", "step = 'answered privately'",
            "step = 'arrived'", "expert = randomblob(16)", "reason = 'why'", "until = '2026-10-01'", "text = ''",
            "since = NULL", "decided = '2026-09'", "private = 'expert'", "consent = 'perhaps'",
        ])
    func schema(change: String) async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            await #expect(throws: DatabaseError.self) {
                try await open.desk.database.write { try $0.execute(sql: "UPDATE question SET \(change)") }
            }
        }
    }
}
