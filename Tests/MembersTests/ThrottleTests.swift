import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct ThrottleTests {
    @Test("So many attempts in each window, counted for each name alone")
    func limit() {
        let clock = TestWorld()
        let throttle = Throttle(limit: 3, seconds: 60, world: clock.world)
        #expect((1...5).map { _ in throttle.allows("a") } == [true, true, true, false, false])
        #expect(throttle.allows("b"))
        clock.advance(minutes: 1)
        #expect((1...4).map { _ in throttle.allows("a") } == [true, true, true, false])
    }

    @Test("Refused attempts do not make the wait longer")
    func window() {
        let clock = TestWorld()
        let throttle = Throttle(limit: 1, seconds: 120, world: clock.world)
        #expect(throttle.allows("a"))
        clock.advance(minutes: 1)
        #expect(!throttle.allows("a"))
        clock.advance(minutes: 1)
        #expect(throttle.allows("a"))
    }

    @Test("Forgiving forgets the one name")
    func forgiveness() {
        let throttle = Throttle(limit: 1, seconds: 60, world: TestWorld().world)
        for name in ["a", "b"] { #expect(throttle.allows(name)) }
        throttle.forgive("a")
        #expect(throttle.allows("a"))
        #expect(!throttle.allows("b"))
    }

    @Test("A flood of names pushes out the oldest and not the newest, so memory stays bounded")
    func bounded() {
        let clock = TestWorld()
        let throttle = Throttle(limit: 1, seconds: 3_600, world: clock.world)
        #expect(throttle.allows("oldest"))
        clock.advance(minutes: 1)
        for number in 1...20_000 { _ = throttle.allows("name \(number)") }
        clock.advance(minutes: 1)
        #expect(throttle.allows("newest"))
        for number in 1...9_000 { _ = throttle.allows("other \(number)") }
        #expect(!throttle.allows("newest"))
        #expect(throttle.allows("oldest"))
    }
}
