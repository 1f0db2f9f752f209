/// Half of the searches took no longer than the first, 99 of 100 no longer than the second: milliseconds.
package struct Times: Encodable, Sendable, Equatable {
    package let p50: Double
    package let p99: Double

    /// - Parameter all: at least one.
    init(_ all: [Double]) {
        let sorted = all.sorted()
        p50 = sorted[sorted.count / 2]
        p99 = sorted[min(sorted.count * 99 / 100, sorted.count - 1)]
    }

    /// The median round, each figure for itself.
    init?(rounds: [Times]) {
        guard !rounds.isEmpty else { return nil }
        p50 = rounds.map(\.p50).sorted()[rounds.count / 2]
        p99 = rounds.map(\.p99).sorted()[rounds.count / 2]
    }
}

/// What an engine that runs here needed for the searches of one class.
enum Timing {
    /// - Parameters:
    ///   - most: seconds after which no further search is begun.
    ///   - search: false where the engine has no such class.
    static func times(
        _ queries: [SearchQuery], most: Double, _ search: (SearchQuery) throws -> Bool
    ) rethrows -> Times? {
        let clock = ContinuousClock()
        let began = clock.now
        var times: [Double] = []
        for query in queries {
            let start = clock.now
            guard try search(query) else { return nil }
            let end = clock.now
            times.append((end - start) / .milliseconds(1))
            if (end - began) / .seconds(1) > most { break }
        }
        return times.isEmpty ? nil : Times(times)
    }
}
