import Foundation

/// One way to find out who asked.
protocol Attack: Sendable {
    /// What speaks for each suspect, for each question; nil where nothing is found. Only ratios count.
    func weigh(_ evidence: Evidence) throws -> [[Double]?]
}

/// All of them, each in a file of its own.
enum Attacks {
    static let all: [any Attack] = [
        TimeJoin(), OrderJoin(), PageOrder(), TextJoin(), IdentityHash(), LogJoin(), MetricJoin(), Carving(),
        Vocabulary(), BackupDiff(),
    ]
}

/// The suspect an attacker names for each question.
struct Verdict {
    let names: [Int]

    /// The likeliest by what is conceded, that is presence and month, and by what the attacks found.
    init(_ evidence: Evidence, by attacks: [any Attack]) throws {
        var weights = evidence.targets.map { Conceded.weights(of: $0, evidence) }
        for attack in attacks {
            for (index, found) in try attack.weigh(evidence).enumerated() {
                guard let found else { continue }
                weights[index] = zip(weights[index], found).map(*)
            }
        }
        // Ties are broken by chance, the same for every attacker, so that comparing two says nothing of luck.
        var chance = Chance(seed: 99)
        names = weights.map { weights in
            let order = (0..<weights.count).shuffled(using: &chance)
            return order.max { weights[$0] < weights[$1] } ?? 0
        }
    }

    func isRight(_ truth: [Int]) -> [Bool] { zip(names, truth).map(==) }
}

extension Evidence {
    /// Ten thousand to one for who was there in a visit at this time.
    func weights(at time: Date) -> [Double] { suspects.map { $0.wasThere(at: time) ? 1 : 1e-4 } }

    /// The same for one of whom something is found.
    func weights(for found: Set<Int>) -> [Double]? {
        found.isEmpty ? nil : suspects.indices.map { found.contains($0) ? 1 : 1e-4 }
    }
}
