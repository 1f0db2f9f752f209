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
        reading = CloseReading(wanted, in: index)
        let worth = wanted.ideas.map { Double($0.times) * index.worth(ofStem: $0.stem) }
        let sum = worth.reduce(0, +)
        shares = worth.map { sum > 0 ? $0 / sum : 0 }
    }

    /// - Parameter hits: the best first; only the first so many are read, and those below stay below.
    func ordered(_ hits: [Hit], window: Int) -> [Hit] {
        let read = hits.prefix(window).map { hit in
            let (titled, gain) = closeness(in: hit.document)
            var hit = hit
            hit.parts.titled = titled
            hit.parts.closeness = hit.parts.text * gain
            hit.score += hit.parts.closeness
            return hit
        }
        return read.sorted(by: Hit.isBetter) + hits.dropFirst(window)
    }

    /// Which of the words stand in a title, and what a document gains by how they stand, from 0 on.
    private func closeness(in document: Int) -> (titled: UInt64, gain: Double) {
        var titled: UInt64 = 0
        var typed: UInt64 = 0
        var nearest = [Double](repeating: 0, count: max(0, shares.count - 1))
        var last = [Int](repeating: Int.min / 2, count: shares.count)
        var field = -1
        for mention in reading.mentions(in: document) where mention.stem < shares.count {
            if mention.field != field {
                field = mention.field
                for idea in last.indices { last[idea] = Int.min / 2 }
            }
            let idea = mention.stem
            if index.fields[field].isTitle { titled |= 1 << UInt64(idea) }
            if mention.isAsTyped { typed |= 1 << UInt64(idea) }
            if idea > 0 {
                nearest[idea - 1] = max(nearest[idea - 1], Self.nearness(mention.place - last[idea - 1]))
            }
            if idea + 1 < shares.count {
                nearest[idea] = max(nearest[idea], Self.inverted * Self.nearness(mention.place - last[idea + 1]))
            }
            last[idea] = mention.place
        }
        return (titled, scoring.asTyped * share(of: typed) + scoring.together * together(nearest))
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
