/// Walks an index for all places where two of some stems stand side by side.
struct NeighbouringPairs {
    private let forward: ForwardIndex
    private let wordStems: Packed<UInt32>
    private let stems: [Int]
    /// The place in `stems` of each token's stem.
    private let places: Packed<UInt16>
    private static let none = UInt16.max

    /// - Parameter stems: ascending, fewer than 65,535.
    init(_ stems: [Int], wordStems: Packed<UInt32>, in forward: ForwardIndex) {
        self.forward = forward
        self.wordStems = wordStems
        self.stems = stems
        places = Packed(repeating: Self.none, count: forward.tokenWords.count)
        var byStem: [Int: Int] = [:]
        for (place, stem) in stems.enumerated() { byStem[stem] = place }
        for token in 0..<forward.tokenWords.count {
            let stem = Int(wordStems.start[Int(forward.tokenWords.start[token])])
            if let place = byStem[stem] { places.start[token] = UInt16(place) }
        }
    }

    /// Of pairs, in either order.
    var count: Int { stems.count * stems.count }

    /// Calls once for each document and pair that stands in it, documents ascending.
    /// - Parameter body: is told the last document it was called with for this pair.
    func each(_ body: (_ pair: Int, _ document: Int, _ last: Int?) -> Void) {
        let last = Packed(repeating: UInt32.max, count: max(1, count))
        for document in 0..<forward.starts.count - 1 {
            forward.eachField(of: document) { _, places in
                var before = Self.none
                for place in places {
                    let stem = stem(at: place)
                    defer { before = stem }
                    guard before != Self.none, stem != Self.none else { continue }
                    let pair = Int(before) * stems.count + Int(stem)
                    let known = last.start[pair]
                    guard known != UInt32(document) else { continue }
                    body(pair, document, known == .max ? nil : Int(known))
                    last.start[pair] = UInt32(document)
                }
                return true
            }
        }
    }

    @inline(__always)
    private func stem(at place: Int) -> UInt16 {
        let token = forward.tokens.start[place]
        return token == ForwardIndex.rareToken ? rareStem(at: place) : places.start[Int(token)]
    }

    /// A rare form of a frequent stem.
    private func rareStem(at place: Int) -> UInt16 {
        guard let word = forward.rareWord(at: place) else { return Self.none }
        return stems.firstIndex(of: Int(wordStems.start[word])).map { UInt16($0) } ?? Self.none
    }
}
