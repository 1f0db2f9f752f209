/// Takes the words of a table in their order and makes a `SearchIndex` of them.
///
/// Words that share a stem need not follow one another, but they begin with the same byte: so lists are kept by word
/// until the first byte changes, and then joined by stem. That bounds what is held twice.
struct IndexBuilder {
    let fields: [Field]
    let rows: Packed<Int64>
    let blocks: Int
    let lengths: Packed<UInt16>
    let tokenStarts: Packed<UInt32>
    let tokens: Packed<UInt16>

    let words = Texts()
    let wordDocuments = Packed<UInt32>()
    let wordStems = Packed<UInt32>()
    let wordTokens = Packed<UInt16>()
    let tokenWords = Packed<UInt32>()
    let stemTexts = Texts()
    let stems = Packed<SearchIndex.StemEntry>()
    let isTelling = Packed<UInt8>()
    let stemWords = Packed<UInt32>()
    let sparseDocuments = Packed<UInt32>()
    let sparseImpacts = Packed<UInt8>()
    let denseDocuments = Packed<UInt16>()
    let denseImpacts = Packed<UInt8>()
    let blockStarts = Packed<UInt32>()
    let blockMaxima = Packed<UInt8>()
    var rarePlaces = Packed<UInt32>()
    var rareWords = Packed<UInt32>()

    private let saturation: Double
    private let language: Language
    private let masses: FieldMasses
    /// Of each word, in order.
    private let occurrences: [Int]
    /// From which on a word has a token of its own: at most so many words do as there are tokens.
    private let leastForToken: Int
    private var tokensGiven = 0

    // The words with one first byte, list after list.
    private var group: [(word: Int, start: Int)] = []
    private let groupDocuments = Packed<UInt32>()
    private let groupMasses = Packed<Float>()
    private var firstByte: UInt8?

    // The word being read.
    private var token = SearchIndex.rareToken
    private var document = -1
    private var mass: Float = 0

    /// - Parameters:
    ///   - lengths: words by document, then field.
    ///   - saturation: BM25's k1.
    ///   - occurrences: of each word, in order.
    init(
        fields: [Field], rows: Packed<Int64>, lengths: Packed<UInt16>, saturation: Double, occurrences: [Int],
        language: Language
    ) {
        self.fields = fields
        self.rows = rows
        self.lengths = lengths
        self.saturation = saturation
        self.occurrences = occurrences
        let most = Int(SearchIndex.rareToken)
        leastForToken = occurrences.count <= most ? 0 : occurrences.sorted(by: >)[most]
        self.language = language
        blocks = (rows.count + SearchIndex.blockSize - 1) / SearchIndex.blockSize
        masses = FieldMasses(fields, lengths, documents: rows.count)
        tokenStarts = Packed(capacity: rows.count + 1)
        var total: UInt32 = 0
        for document in 0..<rows.count {
            tokenStarts.append(total)
            for field in 0..<fields.count { total += UInt32(lengths.start[document * fields.count + field]) }
        }
        tokenStarts.append(total)
        tokens = Packed(repeating: SearchIndex.rareToken, count: Int(total))
    }

    /// Begins the next word, whose bytes are after those of the one before.
    mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
        endWord()
        if firstByte != bytes.first { endGroup() }
        firstByte = bytes.first
        let number = wordDocuments.count
        words.append(bytes)
        wordDocuments.append(0)
        wordStems.append(0)
        if number < occurrences.count, occurrences[number] >= leastForToken, tokensGiven < Int(SearchIndex.rareToken) {
            token = UInt16(tokensGiven)
            tokenWords.append(UInt32(number))
            tokensGiven += 1
        } else {
            token = SearchIndex.rareToken
        }
        wordTokens.append(token)
        group.append((number, groupDocuments.count))
    }

    /// One occurrence of the word begun; documents ascend.
    /// - Returns: nothing happens for a place beyond the field's end, which only a damaged table names.
    @inline(__always)
    mutating func add(document: Int, field: Int, place: Int) {
        let own = document * fields.count
        guard place < Int(lengths.start[own + field]) else { return }
        if document != self.document {
            endDocument()
            self.document = document
        }
        mass += masses.mass(field: field, length: Int(lengths.start[own + field]))
        var at = Int(tokenStarts.start[document]) + place
        for earlier in 0..<field { at += Int(lengths.start[own + earlier]) }
        if token == SearchIndex.rareToken {
            rarePlaces.append(UInt32(at))
            rareWords.append(UInt32(wordDocuments.count - 1))
        } else {
            tokens.start[at] = token
        }
    }

    private mutating func endDocument() {
        guard document >= 0 else { return }
        groupDocuments.append(UInt32(document))
        groupMasses.append(mass)
        mass = 0
        document = -1
    }

    private mutating func endWord() {
        endDocument()
        guard let last = group.last else { return }
        wordDocuments.start[last.word] = UInt32(groupDocuments.count - last.start)
    }

    mutating func finished() -> SearchIndex {
        endWord()
        endGroup()
        sortRare()
        words.finish()
        stemTexts.finish()
        for column in [sparseImpacts, denseImpacts, blockMaxima, isTelling] { column.finish() }
        for column in [wordDocuments, wordStems, tokenWords, stemWords, sparseDocuments, blockStarts] {
            column.finish()
        }
        for column in [wordTokens, denseDocuments, lengths] { column.finish() }
        stems.finish()
        return SearchIndex(self)
    }

    private mutating func sortRare() {
        let order = (0..<rarePlaces.count).sorted { rarePlaces.start[$0] < rarePlaces.start[$1] }
        let places = Packed<UInt32>(capacity: order.count)
        let words = Packed<UInt32>(capacity: order.count)
        for place in order {
            places.append(rarePlaces.start[place])
            words.append(rareWords.start[place])
        }
        (rarePlaces, rareWords) = (places, words)
    }
}

// MARK: Joining the words of a stem

extension IndexBuilder {
    private mutating func endGroup() {
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
            SearchIndex.StemEntry(
                start: UInt32(isDense ? denseDocuments.count : sparseDocuments.count),
                count: UInt32(list.documents.count),
                table: isDense ? UInt32(blockMaxima.count) : SearchIndex.StemEntry.noTable, firstWord: firstWord,
                words: UInt32(words)))
        if isDense { writeDense(list) } else { writeSparse(list) }
    }

    private func writeSparse(_ list: MassList) {
        for (document, mass) in zip(list.documents, list.masses) {
            sparseDocuments.append(document)
            sparseImpacts.append(impact(mass))
        }
    }

    /// A block's table entry is where it starts within this list; the end of the last is the list's count.
    private func writeDense(_ list: MassList) {
        var place = 0
        for block in 0..<blocks {
            blockStarts.append(UInt32(place))
            var most: UInt8 = 0
            while place < list.documents.count, Int(list.documents[place]) >> SearchIndex.blockBits == block {
                let impact = impact(list.masses[place])
                denseDocuments.append(UInt16(list.documents[place] & UInt32(SearchIndex.blockSize - 1)))
                denseImpacts.append(impact)
                most = max(most, impact)
                place += 1
            }
            blockMaxima.append(most)
        }
    }

    /// BM25's saturated frequency in 255 steps; a word that is there at all has one at least.
    private func impact(_ mass: Float) -> UInt8 {
        UInt8(max(1, min(255, (255 * Double(mass) / (saturation + Double(mass))).rounded())))
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
