import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct LikenessTests {
    private static let question = "My manager rewrites my feedback reports before they go out. May I refuse to sign?"

    @Test(
        "Copies with a word or two changed are alike; the same matter in other words, or one phrase in common, is not",
        arguments: [
            (question, true), (question.uppercased() + "!!!", true),
            ("My supervisor rewrites my feedback reports before they go out. May I refuse to sign?", true),
            (question + " Thank you.", true),
            ("Somebody above me edits what I wrote about trainees. Is it wrong to withhold my signature?", false),
            ("May I refuse to work on Sundays in a shop that opens on Sundays?", false),
            ("李小龍李小龍李小龍李小龍李小龍李小龍李小龍", false), ("????????????????????????????????", false),
        ])
    func alike(other: String, expected: Bool) throws {
        let world = TestWorld().world
        let lot: ID<Lot> = world.id()
        var likeness = Likeness()
        likeness.add(Self.question, lot)
        #expect(likeness.lot(like: other) == (expected ? lot : nil))
    }

    @Test("Questions much alike stand together under the one that waits longest, whichever batch brought them")
    func grouped() async throws {
        try await withDesk { open in
            let first = try await open.asked(Self.question).id
            _ = try await open.asked("What does a first employee cost in the first year?")
            open.clock.advance(days: 1)
            let second = try await open.asked(Self.question + " Thanks.").id
            let third = try await open.asked("Please: " + Self.question).id
            let queue = try await open.desk.queue(for: open.yasmin, showing: .init())
            #expect(queue.found == 4)
            #expect(queue.groups.map(\.count).sorted() == [1, 3])
            let group = try #require(queue.groups.first { $0.count == 3 })
            #expect(group.first?.id == first)
            #expect(Set(group.map(\.id)) == [first, second, third])
            let lot = try #require(group.first?.lot)
            let alone = try await open.desk.queue(for: open.yasmin, showing: .init(lot: lot))
            #expect(alone.groups.map(\.count) == [1, 1, 1])
            // The lot's name is none of theirs.
            #expect(!group.map(\.id.description).contains(lot.description))
        }
    }

    @Test("A question worded anew leaves its lot, and one decided leaves nothing behind")
    func reworded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let first = try await open.asked(Self.question, receipt: receipt).id
            let second = try await open.asked(Self.question + " Thanks.").id
            let remark = try Remark("Please say more about it.", field: "changes")
            try await open.desk.askForChanges(first, remark, version: 1, by: open.yasmin)
            try await open.bringIn(
                .resubmit(try Question.Wording("Is there any law about who signs a report on a trainee?")), receipt)
            #expect(try await open.desk.alike(second, for: open.yasmin).count == 0)
            #expect(try await open.rows("alike").count == 2)
            try await open.decline(second)
            try await open.desk.withdraw(receipt)
            #expect(try await open.rows("alike").isEmpty)
        }
    }
}
