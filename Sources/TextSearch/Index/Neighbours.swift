/// For stems that very many documents hold: which documents hold two of them side by side.
///
/// To find a phrase, every document with all its words has to be read; where all of them are this frequent, that is a
/// good part of the index. So pairs of these have lists of their own (Williams, Zobel and Bahle, "Fast phrase querying
/// with combined indexes", 2004); with a rarer word in it, a phrase leaves few documents to read.
final class Neighbours: Sendable {
    /// The frequent stems, ascending; the number of a pair is made of two places in here.
    private let stems: [Int]
    /// Where each pair's documents start.
    private let starts: Packed<UInt32>
    /// Documents within their block; a number from `Block.size` on says which block comes next.
    private let documents: Packed<UInt16>

    private static let mostStems = 1_024

    /// - Parameters:
    ///   - frequent: with how many documents hold each; the most frequent of them are taken.
    ///   - wordStems: of each word.
    init(ofStems frequent: [(stem: Int, documents: Int)], wordStems: Packed<UInt32>, in forward: ForwardIndex) {
        stems = frequent.sorted { ($1.documents, $0.stem) < ($0.documents, $1.stem) }
            .prefix(Self.mostStems).map(\.stem).sorted()
        let pairs = NeighbouringPairs(stems, wordStems: wordStems, in: forward)
        let sizes = Packed(repeating: UInt32(0), count: pairs.count)
        pairs.each { pair, document, last in
            sizes.start[pair] += Self.isInSameBlock(document, last) ? 1 : 2
        }
        starts = Packed(capacity: pairs.count + 1)
        starts.append(0)
        for pair in 0..<pairs.count { starts.append(starts.start[pair] + sizes.start[pair]) }
        documents = Packed(repeating: 0, count: Int(starts.start[pairs.count]))
        pairs.each { [starts, documents] pair, document, last in
            // The lists are filled from their starts again; what is left of a list's size is what it still lacks.
            var place = Int(starts.start[pair + 1] - sizes.start[pair])
            if !Self.isInSameBlock(document, last) {
                documents.start[place] = UInt16(Block.size + document >> Block.bits)
                place += 1
            }
            documents.start[place] = UInt16(document & (Block.size - 1))
            sizes.start[pair] = starts.start[pair + 1] - UInt32(place) - 1
        }
    }

    init(_ reader: ArrayReader) throws {
        stems = try reader.array()
        starts = try reader.packed()
        documents = try reader.packed()
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(stems)
        try writer.write(starts)
        try writer.write(documents)
    }

    private static func isInSameBlock(_ document: Int, _ last: Int?) -> Bool {
        last.map { $0 >> Block.bits == document >> Block.bits } ?? false
    }

    var bytes: Int { starts.bytes + documents.bytes }

    /// The documents that hold one stem right before the other; nil for a pair that has no list.
    func documents(with first: Int, before second: Int, capacity: Int) -> DocumentSet? {
        guard let first = stems.firstIndex(of: first), let second = stems.firstIndex(of: second) else { return nil }
        let pair = first * stems.count + second
        var set = DocumentSet(capacity: capacity)
        var block = 0
        for place in Int(starts.start[pair])..<Int(starts.start[pair + 1]) {
            let number = Int(documents.start[place])
            if number >= Block.size {
                block = (number - Block.size) << Block.bits
            } else {
                set.insert(block + number)
            }
        }
        return set
    }
}
