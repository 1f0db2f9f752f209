import Opportunities
import Storage
import Testing

@Suite("Where a member stands with what they saved")
struct PursuitTests {
    private static let day = Day(number: 20_000)

    @Test("moves only as things go")
    func moves() throws {
        let deed = Pursuit.Move.did(try Deed(day: Self.day.description, hours: "2", today: Self.day))
        let stages: [(Pursuit, Set<String>)] = [
            (.saved, ["applied", "done", "letGo"]), (.applied(Self.day), ["answered", "unanswered", "done", "letGo"]),
            (.answered(Self.day), ["done", "letGo"]),
            (.unanswered(Self.day), ["applied", "answered", "done", "letGo"]),
            (.letGo(Self.day), ["saved"]),
        ]
        for (pursuit, follows) in stages {
            let all: [Pursuit.Move] = [.apply, .answer, .noAnswer, .letGo, .takeUp, deed]
            let reached = all.compactMap { pursuit.moving($0, on: Self.day) }
                .map { String("\($0)".prefix { $0 != "(" }) }
            #expect(Set(reached) == follows, "\(pursuit)")
            #expect(pursuit.moves.count == follows.count - (follows.contains("done") ? 1 : 0))
        }
    }

    @Test("is asked about after fourteen days of silence")
    func patience() {
        let pursuit = Pursuit.applied(Self.day)
        #expect(pursuit.daysWithoutAnswer(on: Self.day + 13) == nil)
        #expect(pursuit.daysWithoutAnswer(on: Self.day + 14) == 14)
        #expect(Pursuit.answered(Self.day).daysWithoutAnswer(on: Self.day + 14) == nil)
    }

    @Test(
        "refuses a deed that cannot be",
        arguments: [
            ("2026-11-23", "2", ["day"]), ("yesterday", "2", ["day"]), ("2026-11-22", "0", ["hours"]),
            ("2026-11-22", "1001", ["hours"]), ("2026-11-22", "nan", ["hours"]), ("1900-01-01", "", ["day", "hours"]),
        ])
    func deeds(day: String, hours: String, fields: [String]) throws {
        let today = try #require(Day("2026-11-22"))
        let wrong = #expect(throws: InvalidFields.self) { try Deed(day: day, hours: hours, today: today) }
        #expect(wrong?.all.map(\.field) == fields)
    }
}
