import Foundation

/// Exact tails of the binomial distribution, and bounds of a share.
enum Binomial {
    /// The likelihood of at least so many hits by chance.
    static func tail(atLeast hits: Int, of trials: Int, chance: Double) -> Double {
        guard hits > 0 else { return 1 }
        guard hits <= trials else { return 0 }
        return (hits...trials).reduce(0) { $0 + probability(of: $1, of: trials, chance: chance) }
    }

    /// The fewest hits that chance reaches with a likelihood below `level`.
    static func bound(trials: Int, chance: Double, level: Double) -> Int {
        var (hits, tail) = (trials + 1, 0.0)
        while hits > 0 {
            tail += probability(of: hits - 1, of: trials, chance: chance)
            if tail >= level { break }
            hits -= 1
        }
        return hits
    }

    private static func probability(of hits: Int, of trials: Int, chance: Double) -> Double {
        let choices = lgamma(Double(trials + 1)) - lgamma(Double(hits + 1)) - lgamma(Double(trials - hits + 1))
        return exp(choices + Double(hits) * log(chance) + Double(trials - hits) * log(1 - chance))
    }
}

/// One attacker beside another on the same questions (McNemar's test, exact, one-sided).
struct Comparison: CustomStringConvertible {
    let hits: Int
    let baseline: Int
    let trials: Int
    private let gained: Int
    private let lost: Int

    init(_ attacker: [Bool], beside baseline: [Bool]) {
        trials = attacker.count
        hits = attacker.count(where: \.self)
        self.baseline = baseline.count(where: \.self)
        gained = zip(attacker, baseline).count { $0 && !$1 }
        lost = zip(attacker, baseline).count { !$0 && $1 }
    }

    /// How likely it is that an attacker no better than the other gains as much.
    var chance: Double { Binomial.tail(atLeast: gained, of: gained + lost, chance: 0.5) }
    var share: Double { Double(hits) / Double(trials) }

    /// Wilson's bounds of the share, at 95 %.
    var bounds: ClosedRange<Double> {
        let (z, n) = (1.96, Double(trials))
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return middle - reach...middle + reach
    }

    var description: String {
        let percent = { (share: Double) in (share * 100).formatted(.number.precision(.fractionLength(1))) }
        let chance = chance < 0.001 ? "p < 0.001" : "p = \(chance.formatted(.number.precision(.significantDigits(2))))"
        return """
            \(hits) of \(trials) named (\(percent(share)) %, 95 % bounds \(percent(bounds.lowerBound))–\
            \(percent(bounds.upperBound))), \(baseline) by presence and month alone, \(chance)
            """
    }
}
