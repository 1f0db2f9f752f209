import Foundation
import Opportunities

/// Readers who search the catalogue, each with a pause between an answer and the next question.
struct Searchers {
    static let count = 8
    private static let pause = Duration.milliseconds(60)

    let catalogue: Catalogue
    let words: [String]

    /// Milliseconds of each search until `isOver`, which is asked before each.
    func times(while goesOn: @escaping @Sendable () -> Bool) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for reader in 0..<Self.count {
                group.addTask { [catalogue, words] in
                    var chance = Chance(seed: 11, number: reader, purpose: 6)
                    let clock = ContinuousClock()
                    var times: [Double] = []
                    while goesOn() {
                        var search = Search()
                        search.text = (0...chance.below(2)).map { _ in chance.one(of: words) }.joined(separator: " ")
                        let begun = clock.now
                        _ = try await catalogue.search(search)
                        times.append((clock.now - begun) / .milliseconds(1))
                        try await Task.sleep(for: Self.pause)
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}
