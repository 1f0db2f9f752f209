/// Raises those of the best documents in which the words of a search stand close together, or as they were typed.
struct Closeness {
    private let index: SearchIndex
    private let scoring: Scoring
    private let reading: CloseReading
    /// How much of all that is wanted each idea is; they add up to 1.
    private let shares: [Double]

    init(_ wanted: Wanted, in index: SearchIndex, scoring: Scoring) {
        self.index = index
        self.scoring = scoring
        let stems = wanted.ideas.map { index.stemTexts.number(of: $0.stem) }
        reading = CloseReading(
            for: zip(wanted.ideas, stems).map { .init(stem: $1, typed: $0.word) }, in: index)
        let worth = zip(wanted.ideas, stems).map { Double($0.times) * ($1.map(index.worth(ofStem:)) ?? 0) }
        let sum = worth.reduce(0, +)
        shares = worth.map { sum > 0 ? $0 / sum : 0 }
    }

    /// - Parameter hits: the best first; only the first so many are read, and those below stay below.
    func ordered(_ hits: [Hit], window: Int) -> [Hit] {
        var places = Places(ideas: shares.count)
        let read = hits.prefix(window).map { hit in
            places.read(hit.document, by: reading, titles: index.fields)
            var hit = hit
            hit.parts.titled = places.titled
            hit.parts.closeness =
                hit.parts.text
                * (scoring.asTyped * share(of: places.typed) + scoring.together * together(places.nearest))
            hit.score += hit.parts.closeness
            return hit
        }
        return read.sorted(by: >) + hits.dropFirst(window)
    }

    /// How the ideas stand in one document; the same memory serves the next.
    private struct Places {
        /// A bit for each idea the title holds.
        var titled: UInt64 = 0
        /// A bit for each idea that stands in the very form typed.
        var typed: UInt64 = 0
        /// Of each idea and the next, how near to one another they come.
        var nearest: [Double]
        private var last: [Int]

        init(ideas: Int) {
            nearest = Array(repeating: 0, count: max(0, ideas - 1))
            last = Array(repeating: Self.nowhere, count: ideas)
        }

        private static let nowhere = Int.min / 2

        mutating func read(_ document: Int, by reading: CloseReading, titles fields: [Field]) {
            (titled, typed) = (0, 0)
            for pair in nearest.indices { nearest[pair] = 0 }
            var current = -1
            reading.each(in: document) { place, field, found in
                if field != current {
                    current = field
                    for idea in last.indices { last[idea] = Self.nowhere }
                }
                let idea = Int(found.number)
                if fields[field].isTitle { titled |= 1 << UInt64(idea) }
                if found.isAsTyped { typed |= 1 << UInt64(idea) }
                if idea > 0 {
                    nearest[idea - 1] = max(nearest[idea - 1], Closeness.nearness(place - last[idea - 1]))
                }
                if idea < nearest.count {
                    nearest[idea] = max(nearest[idea], Closeness.inverted * Closeness.nearness(place - last[idea + 1]))
                }
                last[idea] = place
            }
        }
    }

    private func share(of ideas: UInt64) -> Double {
        var share = 0.0
        for (place, part) in shares.enumerated() where ideas & (1 << UInt64(place)) != 0 { share += part }
        return share
    }

    /// Neighbours count by how much the two of them tell.
    private func together(_ nearest: [Double]) -> Double {
        var sum = 0.0
        var all = 0.0
        for (pair, nearness) in nearest.enumerated() {
            let worth = shares[pair] + shares[pair + 1]
            sum += worth * nearness
            all += worth
        }
        return all > 0 ? sum / all : 0
    }

    /// Words further apart have nothing to do with one another.
    private static let farthest = 8
    /// "school after" for "after school".
    private static let inverted = 0.5

    private static func nearness(_ distance: Int) -> Double {
        distance > 0 && distance <= farthest ? 1 / Double(distance) : 0
    }
}
