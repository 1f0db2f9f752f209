import Foundation
import Storage
import TestSupport

/// Who is there on which days, and who asks when: all of it by chance that follows from a seed.
struct Community {
    struct Visit {
        let member: Int
        let begins: Date
        /// Seconds after its beginning.
        var asks: [Double] = []

        /// A visit lasts three minutes.
        static let length = 180.0

        func holds(_ time: Date) -> Bool { (0...Self.length).contains(time.timeIntervalSince(begins)) }
    }

    static let size = 50
    /// What a browser draws at the first page of a week.
    static let tokensAWeek = 6

    let firstDay: Day
    let days: Int
    /// In order of time.
    let visits: [Visit]

    /// - Parameters:
    ///   - presence: on which share of days a member is there; the members lie evenly between the ends.
    ///   - asks: each by any member with the same likelihood, at any of their visits.
    init(presence: ClosedRange<Double>, days: Int, asks: Int, from firstDay: Day, seed: UInt64) {
        var chance = Chance(seed: seed)
        var visits: [Visit] = []
        for day in 0..<days {
            for member in 0..<Self.size {
                let share = Double(member) / Double(Self.size - 1)
                let presence = presence.lowerBound + (presence.upperBound - presence.lowerBound) * share
                guard Double.random(in: 0..<1, using: &chance) < presence else { continue }
                let second = Double.random(in: 7 * 3_600..<23 * 3_600, using: &chance)
                visits.append(Visit(member: member, begins: (firstDay + day).start + second))
            }
        }
        visits.sort { $0.begins < $1.begins }
        Self.spread(asks, over: &visits, &chance)
        self.firstDay = firstDay
        self.days = days
        self.visits = visits
    }

    private static func spread(_ asks: Int, over visits: inout [Visit], _ chance: inout Chance) {
        let own = Dictionary(grouping: visits.indices, by: { visits[$0].member })
        var left = asks
        while left > 0 {
            guard let visit = own[Int.random(in: 0..<size, using: &chance)]?.randomElement(using: &chance),
                visits[visit].asks.count < 3
            else { continue }
            visits[visit].asks.append(Double.random(in: 5...Visit.length - 5, using: &chance))
            left -= 1
        }
        for visit in visits.indices { visits[visit].asks.sort() }
    }
}

/// Chance that follows from a seed.
struct Chance: RandomNumberGenerator {
    private let world: World

    init(seed: UInt64) { world = TestWorld(seed: seed).world }

    /// 900 words of 2 to 12 letters.
    private static let vocabulary = (0..<900).map { number in
        String(String(number * 7_919 + 1, radix: 25).flatMap { "\($0)\($0)" }.prefix(2 + number % 11)) + "\(number)"
    }

    mutating func next() -> UInt64 { world.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// Words without style: whoever writes them chooses from the same ones with the same likelihood.
    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in Self.vocabulary[Int.random(in: 0..<900, using: &self)] }.joined(separator: " ") + "?"
    }
}
