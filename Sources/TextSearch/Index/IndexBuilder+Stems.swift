// Joining the words of a stem into one list.
extension IndexBuilder {
    mutating func endGroup() {
        guard !group.isEmpty else { return }
        let ends = group.dropFirst().map(\.start) + [groupDocuments.count]
        var byStem: [String: [Int]] = [:]
        for place in group.indices { byStem[language.stem(words[group[place].word]), default: []].append(place) }
        let inOrder = byStem.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (stem, places) in inOrder {
            var stem = stem
            stem.withUTF8 { stemTexts.append($0) }
            isTelling.append(language.isTelling(places.map { words[group[$0].word] }) ? 1 : 0)
            let firstWord = UInt32(stemWords.count)
            for place in places {
                wordStems.start[group[place].word] = UInt32(stems.count)
                stemWords.append(UInt32(group[place].word))
            }
            var list = list(group[places[0]].start..<ends[places[0]])
            for place in places.dropFirst() { list = list.joined(with: self.list(group[place].start..<ends[place])) }
            write(list, firstWord: firstWord, words: places.count)
        }
        group.removeAll(keepingCapacity: true)
        groupDocuments.removeAll()
        groupMasses.removeAll()
    }

    private func list(_ range: Range<Int>) -> MassList {
        MassList(
            documents: Array(UnsafeBufferPointer(start: groupDocuments.start + range.lowerBound, count: range.count)),
            masses: Array(UnsafeBufferPointer(start: groupMasses.start + range.lowerBound, count: range.count)))
    }

    private func write(_ list: MassList, firstWord: UInt32, words: Int) {
        // From here on the table of blocks takes less than the longer numbers of a sparse list.
        let isDense = list.documents.count >= blocks * 3
        stems.append(
            StemEntry(
                start: UInt32(isDense ? denseDocuments.count : sparseDocuments.count),
                count: UInt32(list.documents.count),
                table: isDense ? UInt32(blockMaxima.count) : StemEntry.noTable, firstWord: firstWord,
                words: UInt32(words)))
        if isDense { writeDense(list) } else { writeSparse(list) }
    }

    private func writeSparse(_ list: MassList) {
        for (document, mass) in zip(list.documents, list.masses) {
            sparseDocuments.append(document)
            sparseImpacts.append(masses.impact(mass))
        }
    }

    /// A block's table entry is where it starts within this list; the end of the last is the list's count.
    private func writeDense(_ list: MassList) {
        var place = 0
        for block in 0..<blocks {
            blockStarts.append(UInt32(place))
            var most: UInt8 = 0
            while place < list.documents.count, Int(list.documents[place]) >> Block.bits == block {
                let impact = masses.impact(list.masses[place])
                denseDocuments.append(UInt16(list.documents[place] & UInt32(Block.size - 1)))
                denseImpacts.append(impact)
                most = max(most, impact)
                place += 1
            }
            blockMaxima.append(most)
        }
    }
}

/// Documents ascending, each with the weight of what it holds.
private struct MassList {
    var documents: [UInt32]
    var masses: [Float]

    func joined(with other: MassList) -> MassList {
        var joined = MassList(documents: [], masses: [])
        joined.documents.reserveCapacity(documents.count + other.documents.count)
        joined.masses.reserveCapacity(documents.count + other.documents.count)
        var (mine, theirs) = (0, 0)
        while mine < documents.count || theirs < other.documents.count {
            let left = mine < documents.count ? documents[mine] : .max
            let right = theirs < other.documents.count ? other.documents[theirs] : .max
            joined.documents.append(min(left, right))
            joined.masses.append((left <= right ? masses[mine] : 0) + (right <= left ? other.masses[theirs] : 0))
            if left <= right { mine += 1 }
            if right <= left { theirs += 1 }
        }
        return joined
    }
}
