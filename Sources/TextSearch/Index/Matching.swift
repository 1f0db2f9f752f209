/// Which documents are found by an inquiry, in no order: what is counted, and what facets are counted over.
struct Matching {
    private let inquiry: Inquiry
    /// Documents read for their phrases.
    private var read = 0
    private static let bitWords = Block.size / 64

    init(_ inquiry: Inquiry) { self.inquiry = inquiry }

    /// So many documents are read for a phrase before the rest is reckoned.
    private static let mostRead = 10_000

    /// - Parameter most: where counting may stop.
    /// - Returns: all, or an estimate from the part that was looked at.
    mutating func count(upTo most: Int) -> (count: Int, isExact: Bool) {
        var count = 0
        for block in 0..<inquiry.index.blocks {
            each(in: block) { count += $1.nonzeroBitCount }
            if count >= most || read > Self.mostRead, block + 1 < inquiry.index.blocks {
                return (count * inquiry.index.blocks / (block + 1), false)
            }
        }
        return (count, true)
    }

    mutating func all() -> DocumentSet {
        var set = DocumentSet(capacity: inquiry.index.count)
        for block in 0..<inquiry.index.blocks {
            each(in: block) { word, bits in set.set(bits, at: word) }
        }
        return set
    }

    /// The words of 64 documents that have any.
    private mutating func each(in block: Int, _ body: (Int, UInt64) -> Void) {
        let lists = inquiry.lists.filter { $0.maxima[block] > 0 }
        let present = lists.reduce(UInt64(0)) { $0 | 1 << UInt64($1.idea) }
        guard !lists.isEmpty, !inquiry.demandsAll || inquiry.holdsEvery(present) else { return }
        let start = block << (Block.bits - 6)
        var matching = [UInt64](repeating: .max, count: Self.bitWords)
        var left = Block.size
        if let allowed = inquiry.allowed {
            for word in matching.indices { matching[word] = allowed.bits(at: start + word) }
            left = Self.count(matching)
        }
        // Each idea for itself where all are demanded, else whatever there is.
        let demanded =
            inquiry.demandsAll ? (0..<inquiry.ideas).map { idea in lists.filter { $0.idea == idea } } : [lists]
        for alternatives in demanded where left > 0 {
            if left * Self.lookUp < alternatives.reduce(0, { $0 + ($1.held == nil ? $1.range(of: block).count : 0) }) {
                keep(&matching, heldByAnyOf: alternatives, in: block)
            } else {
                let held = holding(alternatives, in: block)
                for word in matching.indices { matching[word] &= held[word] }
            }
            left = Self.count(matching)
        }
        guard left > 0 else { return }
        for word in matching.indices where matching[word] != 0 {
            let bits = inquiry.phrases == nil ? matching[word] : standing(matching[word], at: start + word)
            if bits != 0 { body(start + word, bits) }
        }
    }

    private static func count(_ bits: [UInt64]) -> Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Looking a document up in a list costs as much as walking past so many.
    private static let lookUp = 12

    /// Where few documents are left, each of them is looked up.
    private func keep(_ matching: inout [UInt64], heldByAnyOf lists: [PostingList], in block: Int) {
        for word in matching.indices {
            var rest = matching[word]
            while rest != 0 {
                let place = UInt16((word << 6) + rest.trailingZeroBitCount)
                if !lists.contains(where: { $0.addition(to: place, in: block) > 0 }) {
                    matching[word] &= ~(rest & (~rest + 1))
                }
                rest &= rest - 1
            }
        }
    }

    /// A bit for each document of the block that any of the lists holds.
    private func holding(_ lists: [PostingList], in block: Int) -> [UInt64] {
        var held = [UInt64](repeating: 0, count: Self.bitWords)
        for list in lists {
            if let all = list.held {
                let start = block << (Block.bits - 6)
                for word in held.indices { held[word] |= all[start + word] }
                continue
            }
            for place in list.range(of: block) {
                let document = Int(list.documents[place])
                held[document >> 6] |= 1 << UInt64(document & 63)
            }
        }
        return held
    }

    /// Those of them in which the phrases stand.
    private mutating func standing(_ bits: UInt64, at word: Int) -> UInt64 {
        var rest = bits
        var standing: UInt64 = 0
        read += bits.nonzeroBitCount
        while rest != 0 {
            let bit = rest & (~rest + 1)
            if inquiry.phrases?.areAsDemanded(in: (word << 6) + rest.trailingZeroBitCount) ?? true { standing |= bit }
            rest &= rest - 1
        }
        return standing
    }
}
