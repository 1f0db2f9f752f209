import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

/// Eight moderators, each in an order of their own, over the same two hundred questions at once.
@Suite struct RaceTests {
    private struct Deed: Sendable {
        let question: ID<Question>
        let version: Int
        let person: PersonID
        let act: String

        var line: String { "\(question) \(version) \(person) \(act)" }
    }

    @Test(
        "No act that was acknowledged is lost, none is done twice, and who comes second is told",
        .timeLimit(.minutes(10)))
    func race() async throws {
        try await withDesk { open in
            for number in 1...200 { try await open.sent("Question \(number): how do I become a supervisor?") }
            _ = try await open.desk.batch()
            let world = open.clock.world
            let moderators: [(person: PersonID, waiting: [Desk.Waiting])] = [
                (open.yasmin, try await open.desk.queue(for: open.yasmin)),
                (open.alasdair, try await open.desk.queue(for: open.alasdair)),
            ].flatMap { person, waiting in
                (0..<4).map { place in (place == 0 ? person : world.id(), world.shuffled(waiting)) }
            }
            #expect(moderators.count == 8)
            let (done, refused) = try await withThrowingTaskGroup(of: ([Deed], [Desk.Refusal]).self) { group in
                for moderator in moderators {
                    group.addTask { try await Self.work(through: moderator.waiting, as: moderator.person, open) }
                }
                return try await group.reduce(into: ([Deed](), [Desk.Refusal]())) {
                    $0.0 += $1.0
                    $0.1 += $1.1
                }
            }
            // Each of the 1,600 attempts has one outcome.
            #expect(done.count + refused.count == 1_600)
            #expect(refused.allSatisfy { $0 == .changedMeanwhile || $0 == .gone || $0 == .soAlready })
            // Nothing lost: each acknowledged act stands in the history, and the history holds no others.
            let history = try await open.desk.database.read { db in
                try Row.fetchAll(db, sql: "SELECT question, version, person, act FROM decision").map {
                    Deed(question: $0["question"], version: $0["version"], person: $0["person"], act: $0["act"])
                }
            }
            #expect(history.map(\.line).sorted() == done.map(\.line).sorted())
            // None done twice: no version of a question was decided on twice, and each ended with one step.
            let decided = Dictionary(grouping: done, by: \.question)
            #expect(decided.count == 200)
            for (id, deeds) in decided {
                #expect(deeds.map(\.version).sorted() == Array(1...deeds.count))
                let now = try await open.now(id)
                #expect(now.version == deeds.count + 1)
                #expect(now.isUrgent == (now.step.isOpen && deeds.contains { $0.act == "marked urgent" }))
                #expect((now.step.kind == .declined) == deeds.contains { $0.act == "declined" })
            }
        }
    }

    /// Marks each question urgent, declines it or gives it to an expert: half of them as the queue showed them when this
    /// moderator began, as with several at once, the others as they stand now.
    private static func work(
        through waiting: [Desk.Waiting], as person: PersonID, _ open: OpenDesk
    ) async throws -> ([Deed], [Desk.Refusal]) {
        var (done, refused): ([Deed], [Desk.Refusal]) = ([], [])
        for (place, line) in waiting.enumerated() {
            let act = ["marked urgent", "declined", "assigned"][place % 3]
            var version = line.version
            if place % 2 == 0 {
                _ = try await open.desk.lease(line.id, to: person)
                version = try await open.now(line.id).version
            }
            do {
                switch act {
                case "declined":
                    let reason = "This was asked before."
                    try await open.desk.decline(line.id, reason: reason, version: version, by: person)
                case "assigned": try await open.desk.assign(line.id, to: open.nerys, version: version, by: person)
                default: try await open.desk.markUrgent(line.id, version: version, by: person)
                }
                done.append(Deed(question: line.id, version: version, person: person, act: act))
            } catch let refusal as Desk.Refusal {
                refused.append(refusal)
            }
        }
        return (done, refused)
    }
}
