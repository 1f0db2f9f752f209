import TextSearch

/// A text as the runs of three words in it, which stay when a text is cut off or dressed up.
struct Wording: Sendable {
    let words: Int
    /// As boards cut texts off: with three dots.
    let isCutOff: Bool
    /// A number for each, in their order and each once.
    private let runs: [UInt64]

    init(_ text: String) {
        let all = Stem.words(in: text).map { word in
            var hash = StableHash()
            hash.add(word)
            return hash.value
        }
        words = all.count
        isCutOff = text.hasSuffix("…") || text.hasSuffix("...")
        var runs = all.indices.dropLast(2).map { place in
            // Odd numbers, so that the same words in another order are another run.
            all[place] &* 0x9E37_79B9_7F4A_7C15 &+ all[place + 1] &* 0xC2B2_AE3D_27D4_EB4F &+ all[place + 2]
        }
        runs.sort()
        self.runs = runs.indices.filter { $0 == 0 || runs[$0] != runs[$0 - 1] }.map { runs[$0] }
    }

    /// How much of the shorter stands in the longer, from 0 to 1; 0 where either has less than three words.
    func shared(with other: Wording) -> Double {
        let fewest = min(runs.count, other.runs.count)
        guard fewest > 0 else { return 0 }
        var (own, others, both) = (0, 0, 0)
        while own < runs.count, others < other.runs.count {
            let (one, another) = (runs[own], other.runs[others])
            if one == another { both += 1 }
            if one <= another { own += 1 }
            if another <= one { others += 1 }
        }
        return Double(both) / Double(fewest)
    }
}
