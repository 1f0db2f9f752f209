extension SearchIndex {
    /// How much a stem tells: the fewer documents hold it, the more.
    func worth(ofStem stem: Int) -> Double {
        Scoring.inverseFrequency(of: Int(stems.start[stem].count), among: count)
    }

    /// Nothing for one that no document holds.
    func worth(ofStem stem: String) -> Double { stemTexts.number(of: stem).map(worth(ofStem:)) ?? 0 }

    /// From 1 to 255; 0 in a document that does not hold it.
    func impact(ofStem stem: Int, in document: Int) -> UInt8 {
        let entry = stems.start[stem]
        let start = Int(entry.start)
        if entry.table == StemEntry.noTable {
            let place = Self.place(of: UInt32(document), in: sparseDocuments.start, start..<start + Int(entry.count))
            return place.map { sparseImpacts.start[$0] } ?? 0
        }
        let block = document >> Self.blockBits
        let table = Int(entry.table)
        let end = block + 1 < blocks ? blockStarts.start[table + block + 1] : entry.count
        let place = Self.place(
            of: UInt16(document & (Self.blockSize - 1)), in: denseDocuments.start,
            start + Int(blockStarts.start[table + block])..<start + Int(end))
        return place.map { denseImpacts.start[$0] } ?? 0
    }

    /// Whether documents that hold the stem may be known by it: neither nearly all do, nor this one alone, and it is a
    /// word that says what a text is about.
    func isTeachable(_ stem: Int) -> Bool {
        let held = Int(stems.start[stem].count)
        return held > 1 && held * 10 <= count * 3 && isTelling.start[stem] != 0
    }

    /// The stems a document holds, each once.
    func stems(in document: Int) -> Set<Int> {
        var stems: Set<Int> = []
        for place in Int(tokenStarts.start[document])..<Int(tokenStarts.start[document + 1]) {
            if let word = word(at: place) { stems.insert(Int(wordStems.start[word])) }
        }
        return stems
    }

    private func word(at place: Int) -> Int? {
        let token = tokens.start[place]
        return token == Self.rareToken ? rareWord(at: place) : Int(tokenWords.start[Int(token)])
    }

    /// The word at a place where `tokens` says `rareToken`.
    func rareWord(at place: Int) -> Int? {
        Self.place(of: UInt32(place), in: rarePlaces.start, 0..<rarePlaces.count).map { Int(rareWords.start[$0]) }
    }

    private static func place<Number: FixedWidthInteger>(
        of number: Number, in numbers: UnsafeMutablePointer<Number>, _ range: Range<Int>
    ) -> Int? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && numbers[low] == number ? low : nil
    }
}
