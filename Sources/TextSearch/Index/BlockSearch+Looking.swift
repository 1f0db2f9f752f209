// Within a block: what its lists bring each document, and which of them are good enough.
extension BlockSearch {
    func walk(_ list: PostingList, in block: Int) {
        let (documents, impacts, weight) = (list.documents, list.impacts, list.weight)
        guard inquiry.demandsAll else {
            for place in list.range(of: block) { sums[Int(documents[place])] &+= weight &* UInt32(impacts[place]) }
            return
        }
        let bit: UInt64 = 1 << UInt64(list.idea)
        for place in list.range(of: block) {
            let document = Int(documents[place])
            sums[document] &+= weight &* UInt32(impacts[place])
            ideas[document] |= bit
        }
    }

    /// Looks at the documents one list after the other, and clears up behind itself.
    mutating func lookAtWalked(_ walked: [PostingList], in block: Int, asking asked: [PostingList]) {
        let rest = asked.reduce(0) { $0 + $1.most(in: block) }
        var enough = leastText(beside: rest)
        for list in walked {
            for place in list.range(of: block) {
                let document = Int(list.documents[place])
                if sums[document] >= enough {
                    offer(document, in: block, walked: walked, asking: asked)
                    enough = leastText(beside: rest)
                }
                sums[document] = 0
                ideas[document] = 0
            }
        }
    }

    /// Looks at all sums at once.
    mutating func lookAtSums(in block: Int, walked: [PostingList], asking asked: [PostingList]) {
        let rest = asked.reduce(0) { $0 + $1.most(in: block) }
        var enough = leastText(beside: rest)
        let width = SIMD16<UInt32>.scalarCount
        for start in stride(from: 0, to: Block.size, by: width) {
            let some = UnsafeRawPointer(sums + start).loadUnaligned(as: SIMD16<UInt32>.self)
            guard some.max() >= enough else { continue }
            for document in start..<start + width where sums[document] >= enough {
                offer(document, in: block, walked: walked, asking: asked)
                enough = leastText(beside: rest)
            }
        }
        sums.update(repeating: 0, count: Block.size)
        if inquiry.demandsAll { ideas.update(repeating: 0, count: Block.size) }
    }

    /// What a document has to have already to reach the bound with `rest` more; 1 at least.
    private func leastText(beside rest: UInt32) -> UInt32 {
        var least = UInt32(max(1, min(leastText - Double(rest) - 1, Double(UInt32.max / 2))))
        while inquiry.most(ofText: least + rest) < best.bound { least += 1 }
        return least
    }

    /// Where few documents may be found, each of them is asked about.
    mutating func lookAtAllowed(_ allowed: DocumentSet, in block: Int, asking lists: [PostingList]) {
        let start = block << Block.bits
        for word in 0..<Block.size / 64 {
            var bits = allowed.bits(at: (start >> 6) + word)
            while bits != 0 {
                offer((word << 6) + bits.trailingZeroBitCount, in: block, walked: [], asking: lists)
                bits &= bits - 1
            }
        }
    }

    private mutating func offer(
        _ place: Int, in block: Int, walked: [PostingList], asking asked: [PostingList]
    ) {
        let document = (block << Block.bits) + place
        guard inquiry.allowed?.contains(document) ?? true else { return }
        var text = sums[place]
        var held = ideas[place]
        var rest = asked.reduce(0) { $0 + $1.most(in: block) }
        for list in asked {
            guard best.couldTake(inquiry.most(ofText: text + rest), from: document) else { return }
            rest -= list.most(in: block)
            let addition = list.addition(to: UInt16(place), in: block)
            text += addition
            if addition > 0 {
                held |= 1 << UInt64(list.idea)
            } else if inquiry.demandsAll, list.idea < inquiry.ideas {
                return
            }
        }
        guard text > 0, !inquiry.demandsAll || inquiry.holdsEvery(held),
            best.couldTake(inquiry.most(ofText: text), from: document)
        else { return }
        // Which of the ideas it holds was not written down while walking, unless all were demanded.
        for list in walked where !inquiry.demandsAll && list.addition(to: UInt16(place), in: block) > 0 {
            held |= 1 << UInt64(list.idea)
        }
        if let hit = inquiry.hit(document, text: text, ideas: held, bound: best.bound) { best.offer(hit) }
    }
}
