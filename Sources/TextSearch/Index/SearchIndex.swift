/// The words of a full-text table in memory, in the shape in which the best documents are found fastest.
///
/// Derived from an FTS5 table and rebuilt from it (`read`); it never changes, so any number
/// of searches read it at once, and a new one takes its place whole.
///
/// *Documents* are 0..<count, in the order of their row numbers. A *word* is what FTS5's tokenizer made of a text; words
/// that mean the same thing in another form share a *stem*. For each stem there is a list of the documents that hold it
/// with one byte of *impact* each: the BM25F weight of all its occurrences in all fields together, computed when the
/// index is built. So a search over seven fields reads one list a word, and adds whole numbers, which come out the same
/// in whatever order they are added.
///
/// Documents also keep their words in order (`forward`), which tells how close together words stand.
package final class SearchIndex: Sendable {
    package let fields: [Field]
    /// Row numbers, ascending.
    let rows: Packed<Int64>
    let blocks: Int

    let words: Texts
    let wordDocuments: Packed<UInt32>
    let wordStems: Packed<UInt32>
    /// What stands for the word in the forward index.
    let wordTokens: Packed<UInt16>

    let stemTexts: Texts
    let stems: Packed<StemEntry>
    /// 1 for a stem that says what a text is about; 0 for stop words, numbers and the shortest.
    let isTelling: Packed<UInt8>
    /// The words of each stem, one stem after the other.
    let stemWords: Packed<UInt32>

    // Lists of few documents: whole document numbers. Lists of many: numbers within their block, and for each block where
    // it starts in the list and its greatest impact.
    let sparseDocuments: Packed<UInt32>
    let sparseImpacts: Packed<UInt8>
    let denseDocuments: Packed<UInt16>
    let denseImpacts: Packed<UInt8>
    let blockStarts: Packed<UInt32>
    let blockMaxima: Packed<UInt8>

    let masses: FieldMasses
    let forward: ForwardIndex
    let neighbours: Neighbours
    /// Of each token, the stem a document may be known by; see `isTeachable`.
    let taught: Packed<UInt32>
    /// How much each stem tells.
    let worths: Packed<Double>
    let held: HeldSets

    init(_ builder: consuming IndexBuilder) {
        fields = builder.fields
        rows = builder.rows
        blocks = builder.blocks
        words = builder.words
        wordDocuments = builder.wordDocuments
        wordStems = builder.wordStems
        wordTokens = builder.wordTokens
        stemTexts = builder.stemTexts
        stems = builder.stems
        isTelling = builder.isTelling
        stemWords = builder.stemWords
        sparseDocuments = builder.sparseDocuments
        sparseImpacts = builder.sparseImpacts
        denseDocuments = builder.denseDocuments
        denseImpacts = builder.denseImpacts
        blockStarts = builder.blockStarts
        blockMaxima = builder.blockMaxima
        masses = builder.masses
        forward = builder.forward
        let stems = builder.stems
        let frequent = (0..<stems.count).filter { stems.start[$0].count >= builder.leastForNeighbours }
            .map { (stem: $0, documents: Int(stems.start[$0].count)) }
        neighbours = Neighbours(ofStems: frequent, wordStems: builder.wordStems, in: builder.forward)
        taught = Packed(capacity: forward.tokenWords.count)
        worths = Packed(capacity: stems.count)
        held = HeldSets(
            stems: stems, documents: denseDocuments, blockStarts: blockStarts, blocks: blocks, of: rows.count)
        reckon()
    }

    /// - Parameter fields: those it was written with, as the reader's key says.
    init(_ reader: ArrayReader, fields: [Field]) throws {
        self.fields = fields
        rows = try reader.packed()
        blocks = Block.count(of: rows.count)
        words = try Texts(reader)
        wordDocuments = try reader.packed()
        wordStems = try reader.packed()
        wordTokens = try reader.packed()
        stemTexts = try Texts(reader)
        stems = try reader.packed()
        isTelling = try reader.packed()
        stemWords = try reader.packed()
        sparseDocuments = try reader.packed()
        sparseImpacts = try reader.packed()
        denseDocuments = try reader.packed()
        denseImpacts = try reader.packed()
        blockStarts = try reader.packed()
        blockMaxima = try reader.packed()
        masses = try FieldMasses(reader)
        forward = try ForwardIndex(reader, fields: fields.count)
        neighbours = try Neighbours(reader)
        taught = Packed(capacity: forward.tokenWords.count)
        worths = Packed(capacity: stems.count)
        held = HeldSets(
            stems: stems, documents: denseDocuments, blockStarts: blockStarts, blocks: blocks, of: rows.count)
        reckon()
    }

    /// Documents.
    package var count: Int { rows.count }

    /// Pairs of a stem and a document that holds it.
    package var postings: Int { sparseDocuments.count + denseDocuments.count }

    /// Of memory.
    package var bytes: Int {
        rows.bytes + words.bytes + wordDocuments.bytes + wordStems.bytes + wordTokens.bytes
            + stemTexts.bytes + stems.bytes + isTelling.bytes + stemWords.bytes + sparseDocuments.bytes
            + sparseImpacts.bytes + denseDocuments.bytes + denseImpacts.bytes + blockStarts.bytes + blockMaxima.bytes
            + forward.bytes + neighbours.bytes + taught.bytes + worths.bytes + held.bytes
    }

    package func row(of document: Int) -> Int { Int(rows.start[document]) }

    /// Nil for a row that is not in the index.
    package func document(ofRow row: Int) -> Int? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows.start[middle] < Int64(row) { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows.start[low] == Int64(row) ? low : nil
    }
}
