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
            let place = sparseDocuments.place(of: UInt32(document), in: start..<start + Int(entry.count))
            return place.map { sparseImpacts.start[$0] } ?? 0
        }
        let block = document >> Self.blockBits
        let table = Int(entry.table)
        let end = block + 1 < blocks ? blockStarts.start[table + block + 1] : entry.count
        let place = denseDocuments.place(
            of: UInt16(document & (Self.blockSize - 1)),
            in: start + Int(blockStarts.start[table + block])..<start + Int(end))
        return place.map { denseImpacts.start[$0] } ?? 0
    }

    /// Whether documents that hold the stem may be known by it: neither nearly all do, nor this one alone, and it is a
    /// word that says what a text is about.
    func isTeachable(_ stem: Int) -> Bool {
        let held = Int(stems.start[stem].count)
        return held > 1 && held * 10 <= count * 3 && isTelling.start[stem] != 0
    }

    /// What one occurrence in a document's field weighs.
    @inline(__always)
    func mass(ofField field: Int, in document: Int) -> Float {
        masses.mass(field: field, length: forward.length(ofField: field, in: document))
    }

    /// The stems a document holds, each once, with its impact, by reading the document: that is quicker than to look each
    /// of them up in its list.
    func impacts(in document: Int) -> [(stem: Int, impact: UInt8)] {
        var told: [(stem: Int, mass: Float)] = []
        forward.eachField(of: document) { field, places in
            let mass = self.mass(ofField: field, in: document)
            for place in places {
                if let word = forward.word(at: place) { told.append((Int(wordStems.start[word]), mass)) }
            }
            return true
        }
        told.sort { $0.stem < $1.stem }
        var impacts: [(stem: Int, impact: UInt8)] = []
        var mass: Float = 0
        for (place, next) in told.enumerated() {
            mass += next.mass
            guard place + 1 == told.count || told[place + 1].stem != next.stem else { continue }
            impacts.append((next.stem, masses.impact(mass)))
            mass = 0
        }
        return impacts
    }
}
