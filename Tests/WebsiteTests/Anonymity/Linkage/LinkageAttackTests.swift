import Foundation
import Storage
import TestSupport
import Testing

/// An attacker with every file, backup, log and metric, who knows when each of fifty members was there, names the
/// likeliest asker of each question.
///
/// `bin/check anonymity` runs it at full size; here the same at a size that fits into every run of the tests.
struct LinkageAttackTests {
    /// 10,000 in `bin/check anonymity`.
    private static let asks = ProcessInfo.processInfo.environment["RIFFLE_ASKS"].flatMap(Int.init) ?? 300
    private static let leakedAsks = asks / 10 < 60 ? 60 : asks / 10
    private static let firstDay = Day(number: 20_712)

    private func simulate(
        _ asks: Int, days fewest: Int = 28, presence: ClosedRange<Double>, leaking leak: Leak? = nil,
        _ body: (Simulation) async throws -> Void
    ) async throws {
        // About as many asks as tokens allow: 3 of 6 a week.
        let days = max(fewest, asks * 7 / 150)
        let community = Community(presence: presence, days: days, asks: asks, from: Self.firstDay, seed: 11)
        try await withTemporaryFolder { keep in
            try await body(try await Simulation(community, leaking: leak, in: keep))
        }
    }

    @Test func `with all that is stored and logged nobody does better than presence and month allow`() async throws {
        try await simulate(Self.asks, presence: 0.15...0.7) { simulation in
            let all = try simulation.verdict(of: Attacks.all)
            print("linkage: all attacks together: \(all)")
            #expect(all.trials > Self.asks * 95 / 100)
            #expect(all.chance > 0.001, "\(all)")
            for attack in Attacks.all {
                let alone = try simulation.verdict(of: [attack])
                print("linkage: \(attack): \(alone)")
                #expect(alone.chance > 0.001, "\(attack): \(alone)")
            }
        }
    }

    @Test func `where all are there every day, nobody does better than chance`() async throws {
        try await simulate(Self.asks, presence: 1...1) { simulation in
            let all = try simulation.verdict(of: Attacks.all)
            let bound = Binomial.bound(trials: all.trials, chance: 1 / Double(Community.size), level: 0.001)
            print("linkage: uniform presence: \(all); fewer than \(bound) asked for")
            #expect(all.hits < bound, "\(all)")
        }
    }

    @Test(arguments: Leak.allCases)
    func `a mistake that others made would be found`(_ leak: Leak) async throws {
        try await simulate(Self.leakedAsks, days: 14, presence: 0.15...0.7, leaking: leak) { simulation in
            let all = try simulation.verdict(of: Attacks.all)
            print("linkage: planted \(leak): \(all)")
            #expect(all.share > 0.9, "\(leak): \(all)")
        }
    }
}
