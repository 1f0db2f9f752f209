import Storage

/// Texts by the pairs of words that follow one another in them, so that the one most like another is found.
///
/// Two texts are as alike as the share of their pairs that both have. A question sent twice with a word or two changed
/// keeps most of its pairs; two questions about the same thing in other words share few, and are not meant.
struct Likeness {
    /// Half of all pairs: in a question of twelve words two may differ.
    static let least = 0.5
    /// Enough to tell two texts apart; the rest of a longer one is not looked at.
    static let mostWords = 400

    private var texts: [(lot: ID<Lot>, pairs: Int)] = []
    private var holders: [String: [Int]] = [:]

    mutating func add(_ text: String, _ lot: ID<Lot>) {
        let pairs = Self.pairs(of: text)
        for pair in pairs { holders[pair, default: []].append(texts.count) }
        texts.append((lot, pairs.count))
    }

    /// The lot of the text most like this one; of two equally alike, that of the one added first.
    func lot(like text: String) -> ID<Lot>? {
        let pairs = Self.pairs(of: text)
        var shared = Array(repeating: 0, count: texts.count)
        for pair in pairs {
            for holder in holders[pair] ?? [] { shared[holder] += 1 }
        }
        var best: (lot: ID<Lot>, likeness: Double)?
        for (place, both) in shared.enumerated() where both > 0 {
            let likeness = Double(both) / Double(pairs.count + texts[place].pairs - both)
            if likeness >= Self.least, likeness > best?.likeness ?? 0 { best = (texts[place].lot, likeness) }
        }
        return best?.lot
    }

    private static func pairs(of text: String) -> Set<String> {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(mostWords)
        guard words.count > 1 else { return Set(words.map(String.init)) }
        return Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    }
}
