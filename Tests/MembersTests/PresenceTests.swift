import Storage
import TestSupport
import Testing

@testable import Members

struct PresenceTests {
    @Test func `members who took part are counted by week, however often they came`() async throws {
        try await withDirectory { open in
            let today = open.clock.world.today
            #expect(try await open.directory.tookPart(from: today, to: today) == 0)
            try await open.add("maya")
            for _ in 1...3 { _ = try await open.enter("maya") }
            open.clock.advance(days: 7)
            #expect(try await open.directory.tookPart(from: today, to: open.clock.world.today) == 1)
            #expect(try await open.directory.tookPart(from: today + 7, to: today + 7) == 0)
        }
    }

    @Test func `a week's tokens are six, and come anew each week`() {
        let clock = TestWorld()
        let allowance = Allowance(world: clock.world)
        let (maya, callum) = (clock.world.id(of: Person.self), clock.world.id(of: Person.self))
        #expect(allowance.take(3, by: maya) == 3)
        #expect(allowance.take(4, by: maya) == 3)
        #expect(allowance.take(1, by: maya) == 0)
        #expect(allowance.take(3, by: callum) == 3)
        clock.advance(days: 7)
        #expect(allowance.take(3, by: maya) == 3)
    }
}
