/// Takes the words of a table in their order and makes a `SearchIndex` of them.
///
/// Words that share a stem need not follow one another, but they begin with the same byte: so lists are kept by word
/// until the first byte changes, and then joined by stem. That bounds what is held twice.
struct IndexBuilder {
    let fields: [Field]
    let rows: Packed<Int64>
    let blocks: Int
    /// From so many documents on a stem's neighbours are kept.
    let leastForNeighbours: Int
    private let lengths: Packed<UInt16>
    private let tokenStarts: Packed<UInt32>
    private let tokens: Packed<UInt16>

    let words = Texts()
    let wordDocuments = Packed<UInt32>()
    let wordStems = Packed<UInt32>()
    let wordTokens = Packed<UInt16>()
    private let tokenWords = Packed<UInt32>()
    let stemTexts = Texts()
    let stems = Packed<StemEntry>()
    let isTelling = Packed<UInt8>()
    let stemWords = Packed<UInt32>()
    let sparseDocuments = Packed<UInt32>()
    let sparseImpacts = Packed<UInt8>()
    let denseDocuments = Packed<UInt16>()
    let denseImpacts = Packed<UInt8>()
    let blockStarts = Packed<UInt32>()
    let blockMaxima = Packed<UInt8>()
    private var rarePlaces = Packed<UInt32>()
    private var rareWords = Packed<UInt32>()

    let language: Language
    let masses: FieldMasses
    /// Of each word, in order.
    private let occurrences: [Int]
    /// Which words get a token of their own.
    private var tokensLeft: TokensLeft

    // The words with one first byte, list after list.
    var group: [(word: Int, start: Int)] = []
    let groupDocuments = Packed<UInt32>()
    let groupMasses = Packed<Float>()
    private var firstByte: UInt8?

    // The word being read.
    private var token = ForwardIndex.rareToken
    private var document = -1
    private var mass: Float = 0

    /// - Parameters:
    ///   - lengths: words by document, then field.
    ///   - saturation: BM25's k1.
    ///   - occurrences: of each word, in order.
    ///   - neighboursFrom: in so many documents a stem is so frequent that its neighbours are kept.
    init(
        fields: [Field], rows: Packed<Int64>, lengths: Packed<UInt16>, saturation: Double, occurrences: [Int],
        neighboursFrom: Int?, language: Language
    ) {
        self.fields = fields
        self.rows = rows
        self.lengths = lengths
        self.occurrences = occurrences
        leastForNeighbours = neighboursFrom ?? max(Self.fewestWithNeighbours, rows.count / 50)
        tokensLeft = TokensLeft(occurrences)
        self.language = language
        blocks = Block.count(of: rows.count)
        masses = FieldMasses(fields, lengths, documents: rows.count, saturation: saturation)
        tokenStarts = Packed(capacity: rows.count + 1)
        var total: UInt32 = 0
        for document in 0..<rows.count {
            tokenStarts.append(total)
            for field in 0..<fields.count { total += UInt32(lengths.start[document * fields.count + field]) }
        }
        tokenStarts.append(total)
        tokens = Packed(repeating: ForwardIndex.rareToken, count: Int(total))
    }

    private static let fewestWithNeighbours = 5_000

    /// Begins the next word, whose bytes are after those of the one before.
    mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
        endWord()
        if firstByte != bytes.first { endGroup() }
        firstByte = bytes.first
        let number = wordDocuments.count
        words.append(bytes)
        wordDocuments.append(0)
        wordStems.append(0)
        if number < occurrences.count, tokensLeft.take(forWordOf: occurrences[number]) {
            token = UInt16(tokenWords.count)
            tokenWords.append(UInt32(number))
        } else {
            token = ForwardIndex.rareToken
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
        if token == ForwardIndex.rareToken {
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

    var forward: ForwardIndex {
        ForwardIndex(
            fields: fields.count, lengths: lengths, starts: tokenStarts, tokens: tokens, tokenWords: tokenWords,
            rarePlaces: rarePlaces, rareWords: rareWords)
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
