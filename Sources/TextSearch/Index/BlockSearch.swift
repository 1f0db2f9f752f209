/// Finds the best documents of an inquiry without looking at all that match.
///
/// Blocks are taken in the order of the most that any document in them could score, and when that is less than the worst
/// of the best so far, the search is over. Within a block only lists that could still bring up a new document are
/// walked (Turtle and Flood's MaxScore, 1995); the others are asked about the documents found in those. What comes
/// out is exactly what scoring every document gives, ties included.
struct BlockSearch {
    let inquiry: Inquiry
    private let scratch = Scratch()
    /// What the walked lists bring each document of the block.
    let sums: UnsafeMutablePointer<UInt32>
    /// Which ideas a document of the block holds; kept only where all are demanded.
    let ideas: UnsafeMutablePointer<UInt64>
    /// Looking a document up in a list costs as much as walking past so many.
    private static let lookUp = 12
    /// From so many documents walked in a block on, it is quicker to look at all of its sums.
    private static let many = 600

    var best: BestHits

    init(_ inquiry: Inquiry, most: Int) {
        self.inquiry = inquiry
        sums = scratch.zeros(Block.size, of: UInt32.self)
        ideas = scratch.zeros(Block.size, of: UInt64.self)
        best = BestHits(most)
    }

    mutating func run() -> [Hit] {
        // The most promising first, then in their order: one number for both. Few of them are looked at, as a rule.
        var promises: [UInt64] = []
        promises.reserveCapacity(inquiry.index.blocks)
        for block in 0..<inquiry.index.blocks {
            let most = most(in: block)
            if most > 0 { promises.append(UInt64(~most) << 32 | UInt64(block)) }
        }
        var waiting = Heap(promises)
        while let promise = waiting.popLeast() {
            let (most, block) = (~UInt32(promise >> 32), Int(UInt32(truncatingIfNeeded: promise)))
            guard inquiry.most(ofText: most) >= best.bound else { break }
            guard best.couldTake(inquiry.most(ofText: most), from: block << Block.bits) else { continue }
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
        let start = block << Block.bits
        let allowed = inquiry.allowed?.count(from: start, to: start + Block.size)
        if allowed == 0 { return }
        if inquiry.lists.count == 1 {
            scan(inquiry.lists[0], in: block)
            return
        }
        let lists = inquiry.lists.filter { $0.maxima[block] > 0 }.sorted { $0.most(in: block) > $1.most(in: block) }
        if lists.count == 1, let list = lists.first {
            scan(list, in: block)
            return
        }
        var (walked, asked) = inquiry.demandsAll ? rarestIdea(of: lists, in: block) : essential(lists, in: block)
        let length = walked.reduce(0) { $0 + $1.range(of: block).count }
        if let set = inquiry.allowed, let allowed, allowed * Self.lookUp * lists.count < length {
            lookAtAllowed(set, in: block, asking: lists)
            return
        }
        // A list not much longer than what it would be asked is walked as well.
        walked += asked.filter { $0.range(of: block).count <= length * Self.lookUp }
        asked.removeAll { $0.range(of: block).count <= length * Self.lookUp }
        for list in walked { walk(list, in: block) }
        if walked.reduce(0, { $0 + $1.range(of: block).count }) < Self.many {
            lookAtWalked(walked, in: block, asking: asked)
        } else {
            lookAtSums(in: block, walked: walked, asking: asked)
        }
    }

    /// The block holds no other list, so what a document has from this one is all it has.
    private mutating func scan(_ list: PostingList, in block: Int) {
        let start = block << Block.bits
        let held: UInt64 = 1 << UInt64(list.idea)
        guard !inquiry.demandsAll || inquiry.holdsEvery(held) else { return }
        var least = leastImpact(of: list)
        list.eachPlace(in: block, impact: { least }) { place in
            let text = list.weight * UInt32(list.impacts[place])
            let document = start + Int(list.documents[place])
            guard best.couldTake(inquiry.most(ofText: text), from: document),
                inquiry.allowed?.contains(document) ?? true,
                let hit = inquiry.hit(document, text: text, ideas: held, bound: best.bound)
            else { return }
            best.offer(hit)
            least = leastImpact(of: list)
        }
    }

    /// What a document has to have from this list at least, when it has nothing else; 256 when nothing is enough.
    private func leastImpact(of list: PostingList) -> Int {
        var least = max(1, Int(min(leastText / Double(list.weight), 256)) - 1)
        while least < 256, inquiry.most(ofText: list.weight * UInt32(least)) < best.bound { least += 1 }
        return least
    }

    /// The text score that reaches the bound, as nearly as it can be reckoned: from a little below it the exact one is
    /// found by asking.
    var leastText: Double { max(0, (best.bound - inquiry.bonus.most) * inquiry.whole) }

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
}
