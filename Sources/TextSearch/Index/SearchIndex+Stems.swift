extension SearchIndex {
    /// How much a stem tells: the fewer documents hold it, the more.
    func worth(ofStem stem: Int) -> Double { worths.start[stem] }

    /// Nothing for one that no document holds.
    func worth(ofStem stem: String) -> Double { stemTexts.number(of: stem).map(worth(ofStem:)) ?? 0 }

    /// From 1 to 255; 0 in a document that does not hold it.
    func impact(ofStem stem: Int, in document: Int) -> UInt8 {
        let entry = stems.start[stem]
        let start = Int(entry.start)
        if entry.table == StemEntry.noTable {
            let place = sparseDocuments.place(of: UInt32(document), in: start..<start + Int(entry.count))
            return place.map { sparseImpacts.start[$0] } ?? 0
        }
        let block = document >> Block.bits
        let table = Int(entry.table)
        let end = block + 1 < blocks ? blockStarts.start[table + block + 1] : entry.count
        let place = denseDocuments.place(
            of: UInt16(document & (Block.size - 1)),
            in: start + Int(blockStarts.start[table + block])..<start + Int(end))
        return place.map { denseImpacts.start[$0] } ?? 0
    }

    /// Whether documents that hold the stem may be known by it: neither nearly all do, nor this one alone, and it is a
    /// word that says what a text is about.
    func isTeachable(_ stem: Int) -> Bool {
        let held = Int(stems.start[stem].count)
        return held > 1 && held * 10 <= count * 3 && isTelling.start[stem] != 0
    }

    /// Once everything else is there: what would be reckoned again and again.
    func reckon() {
        for stem in 0..<stems.count {
            worths.append(Scoring.inverseFrequency(of: Int(stems.start[stem].count), among: count))
        }
        for token in 0..<forward.tokenWords.count {
            let stem = wordStems.start[Int(forward.tokenWords.start[token])]
            taught.append(isTeachable(Int(stem)) ? stem : Self.teachesNothing)
        }
    }

    /// What one occurrence in a document's field weighs.
    @inline(__always)
    func mass(ofField field: Int, in document: Int) -> Float {
        masses.mass(field: field, length: forward.length(ofField: field, in: document))
    }

    /// The stems a document may be known by, each once, with its impact there.
    ///
    /// By reading the document, which is quicker than to look each of them up in its list.
    func eachTeachable(in document: Int, _ sums: StemSums, _ body: (_ stem: UInt32, _ impact: UInt8) -> Void) {
        sums.removeAll()
        forward.eachField(of: document) { field, places in
            let mass = Double(self.mass(ofField: field, in: document))
            for place in places {
                let token = forward.tokens.start[place]
                let stem = token == ForwardIndex.rareToken ? rareTeachable(at: place) : taught.start[Int(token)]
                if stem != Self.teachesNothing { sums.add(mass, to: stem) }
            }
            return true
        }
        sums.each { body($0, masses.impact(Float($1))) }
    }

    static let teachesNothing = UInt32.max

    private func rareTeachable(at place: Int) -> UInt32 {
        guard let word = forward.rareWord(at: place) else { return Self.teachesNothing }
        let stem = wordStems.start[word]
        return isTeachable(Int(stem)) ? stem : Self.teachesNothing
    }
}
