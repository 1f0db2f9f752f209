package import Foundation

/// Everything that comes from outside and cannot be repeated: the time and chance.
///
/// Whoever needs either is handed a `World`, so that a test can replay a run to the byte.
package struct World: Sendable {
    package var now: @Sendable () -> Date
    /// So many bytes from the system's cryptographic generator.
    package var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    package init(now: @escaping @Sendable () -> Date, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }

    package static let real = World(
        now: { Date() },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        })
}

extension World {
    package var today: Day { Day(containing: now()) }

    /// A new id: random, so that it says nothing about when or after what it was made.
    package func id<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> {
        ID(randomBytes: randomBytes(16))
    }

    package func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var chance = Chance(world: self)
        return elements.shuffled(using: &chance)
    }

    /// 256 bits that open something, as text for a link or a cookie.
    package func secret() -> String { Base32.encode(randomBytes(32)) }

    private struct Chance: RandomNumberGenerator {
        let world: World
        mutating func next() -> UInt64 {
            world.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
