/// Finds the best documents of an inquiry without looking at all that match.
///
/// Blocks are taken in the order of the most that any document in them could score, and when that is less than the worst
/// of the best so far, the search is over. Within a block only lists that could still bring up a new document are
/// walked (Turtle and Flood's MaxScore, 1995); the others are asked about the documents found in those. What comes
/// out is exactly what scoring every document gives, ties included.
struct BlockSearch {
    private let inquiry: Inquiry
    private let scratch = Scratch()
    private let sums: UnsafeMutablePointer<UInt32>
    private let ideas: UnsafeMutablePointer<UInt64>
    /// A bit for each document of the block that a walked list holds.
    private let met: UnsafeMutablePointer<UInt64>
    private static let bitWords = SearchIndex.blockSize / 64
    /// Looking a document up in a list costs as much as walking past so many.
    private static let lookUp = 12

    private var best: BestHits

    init(_ inquiry: Inquiry, most: Int) {
        self.inquiry = inquiry
        sums = scratch.zeros(SearchIndex.blockSize, of: UInt32.self)
        ideas = scratch.zeros(SearchIndex.blockSize, of: UInt64.self)
        met = scratch.zeros(Self.bitWords, of: UInt64.self)
        best = BestHits(most)
    }

    mutating func run() -> [Hit] {
        var blocks = (0..<inquiry.index.blocks).compactMap { block in
            let most = most(in: block)
            return most > 0 ? (block: block, most: most) : nil
        }
        blocks.sort { $0.most != $1.most ? $0.most > $1.most : $0.block < $1.block }
        for (block, most) in blocks {
            guard inquiry.most(ofText: most) >= best.bound else { break }
            search(block)
        }
        return best.sorted()
    }

    /// No document of the block has a greater text score; 0 when none can be found.
    private func most(in block: Int) -> UInt32 {
        var most: UInt32 = 0
        var present: UInt64 = 0
        for list in inquiry.lists {
            let own = list.most(in: block)
            most += own
            if own > 0 { present |= 1 << UInt64(list.idea) }
        }
        return inquiry.demandsAll && !inquiry.holdsEvery(present) ? 0 : most
    }

    private mutating func search(_ block: Int) {
        let start = block << SearchIndex.blockBits
        let allowed = inquiry.allowed?.count(from: start, to: start + SearchIndex.blockSize)
        if allowed == 0 { return }
        let lists = inquiry.lists.filter { $0.maxima[block] > 0 }.sorted { $0.most(in: block) > $1.most(in: block) }
        if lists.count == 1, let list = lists.first {
            scan(list, in: block)
            return
        }
        var (walked, asked) = inquiry.demandsAll ? rarestIdea(of: lists, in: block) : essential(lists, in: block)
        let length = walked.reduce(0) { $0 + $1.range(of: block).count }
        if let allowed, allowed * Self.lookUp * lists.count < length {
            look(in: block, walking: [], asking: lists[...])
            return
        }
        // A list not much longer than what it would be asked is walked as well.
        let added = asked.filter { $0.range(of: block).count <= length * Self.lookUp }
        asked.removeAll { $0.range(of: block).count <= length * Self.lookUp }
        for list in walked { walk(list, in: block, marking: true) }
        for list in added { walk(list, in: block, marking: false) }
        walked += added
        look(in: block, walking: walked, asking: asked[...])
    }

    /// The block holds no other list, so what a document has from this one is all it has.
    private mutating func scan(_ list: PostingList, in block: Int) {
        let start = block << SearchIndex.blockBits
        let held: UInt64 = 1 << UInt64(list.idea)
        guard !inquiry.demandsAll || inquiry.holdsEvery(held) else { return }
        for place in list.range(of: block) {
            let text = list.weight * UInt32(list.impacts[place])
            guard inquiry.most(ofText: text) >= best.bound else { continue }
            let document = start + Int(list.documents[place])
            guard inquiry.allowed?.contains(document) ?? true else { continue }
            let hit = inquiry.hit(document, text: text, ideas: held, bound: best.bound)
            if let hit { best.offer(hit) }
        }
    }

    /// Without the lists walked no document reaches the bound.
    private func essential(_ lists: [PostingList], in block: Int) -> (walked: [PostingList], asked: [PostingList]) {
        var rest: UInt32 = 0
        var walked = lists.count
        while walked > 0 {
            let more = rest + lists[walked - 1].most(in: block)
            guard inquiry.most(ofText: more) < best.bound else { break }
            rest = more
            walked -= 1
        }
        return (Array(lists[..<walked]), Array(lists[walked...]))
    }

    /// A document that lacks it is not found; alternatives stand for no idea.
    private func rarestIdea(of lists: [PostingList], in block: Int) -> (walked: [PostingList], asked: [PostingList]) {
        var lengths: [Int: Int] = [:]
        for list in lists where list.idea < inquiry.ideas {
            lengths[list.idea, default: 0] += list.range(of: block).count
        }
        let rarest = lengths.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        return (lists.filter { $0.idea == rarest }, lists.filter { $0.idea != rarest })
    }

    private func walk(_ list: PostingList, in block: Int, marking: Bool) {
        let bit: UInt64 = 1 << UInt64(list.idea)
        let (documents, impacts, weight) = (list.documents, list.impacts, list.weight)
        for place in list.range(of: block) {
            let document = Int(documents[place])
            sums[document] &+= weight &* UInt32(impacts[place])
            ideas[document] |= bit
            if marking { met[document >> 6] |= 1 << UInt64(document & 63) }
        }
    }

    /// Scores what was met; with nothing walked, whatever is allowed.
    private mutating func look(in block: Int, walking walked: [PostingList], asking asked: ArraySlice<PostingList>) {
        let start = block << SearchIndex.blockBits
        for word in 0..<Self.bitWords {
            var bits = walked.isEmpty ? UInt64.max : met[word]
            met[word] = 0
            if bits != 0, let allowed = inquiry.allowed { bits &= allowed.bits(at: (start >> 6) + word) }
            while bits != 0 {
                let document = (word << 6) + bits.trailingZeroBitCount
                bits &= bits - 1
                offer(document, in: block, asking: asked)
            }
        }
        clear(walked, in: block)
    }

    /// What was walked, or all, whichever is quicker.
    private func clear(_ lists: [PostingList], in block: Int) {
        guard lists.reduce(0, { $0 + $1.range(of: block).count }) < SearchIndex.blockSize / 4 else {
            sums.update(repeating: 0, count: SearchIndex.blockSize)
            ideas.update(repeating: 0, count: SearchIndex.blockSize)
            return
        }
        for list in lists {
            for place in list.range(of: block) {
                sums[Int(list.documents[place])] = 0
                ideas[Int(list.documents[place])] = 0
            }
        }
    }

    private mutating func offer(_ document: Int, in block: Int, asking asked: ArraySlice<PostingList>) {
        var text = sums[document]
        var held = ideas[document]
        var rest: UInt32 = 0
        for list in asked { rest += list.most(in: block) }
        for list in asked {
            guard inquiry.most(ofText: text + rest) >= best.bound else { return }
            rest -= list.most(in: block)
            let addition = list.addition(to: UInt16(document), in: block)
            if addition > 0 {
                text += addition
                held |= 1 << UInt64(list.idea)
            }
        }
        guard text > 0, !inquiry.demandsAll || inquiry.holdsEvery(held),
            inquiry.most(ofText: text) >= best.bound
        else { return }
        let hit = inquiry.hit(
            (block << SearchIndex.blockBits) + document, text: text, ideas: held, bound: best.bound)
        if let hit { best.offer(hit) }
    }
}
