import Foundation
import Storage
import TestSupport
import Testing

struct WorldTests {
    @Test func `two worlds of one seed give the same ids, secrets and order; another seed gives others`() {
        func drawn(seed: UInt64) -> [String] {
            let world = TestWorld(seed: seed).world
            return [world.id(of: Person.self).description, world.secret()]
                + world.shuffled(Array(1...20)).map(String.init)
        }
        #expect(drawn(seed: 7) == drawn(seed: 7))
        #expect(drawn(seed: 7) != drawn(seed: 8))
    }

    @Test func `a secret is 256 bits in 52 letters, and never the same twice`() {
        let world = TestWorld().world
        let secrets = (0..<500).map { _ in world.secret() }
        #expect(secrets.allSatisfy { $0.utf8.count == 52 && Base32.decode($0)?.count == 32 })
        #expect(Set(secrets).count == 500)
    }

    @Test func `shuffling keeps everything and forgets the order it came in`() {
        let world = TestWorld().world
        let before = Array(0..<400)
        let after = world.shuffled(before)
        #expect(after.sorted() == before)
        let rising = zip(after, after.dropFirst()).count { $0 < $1 }
        #expect((150...250).contains(rising))
    }

    @Test func `today changes at midnight in UTC`() {
        let clock = TestWorld()
        #expect(clock.world.today.description == "2026-09-15")
        clock.advance(hours: 11, minutes: 59)
        #expect(clock.world.today.description == "2026-09-15")
        clock.advance(minutes: 1)
        #expect(clock.world.today.description == "2026-09-16")
    }

    @Test func `the real world tells the time and never repeats itself`() {
        let first = World.real.now()
        // After this was written, and never backwards.
        #expect(first > Date(timeIntervalSince1970: 1_789_473_600 - 366 * 86_400))
        #expect(World.real.now() >= first)
        #expect(World.real.randomBytes(32).count == 32)
        #expect(World.real.secret() != World.real.secret())
        #expect(World.real.id(of: Person.self) != World.real.id(of: Person.self))
    }
}
