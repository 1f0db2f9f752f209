/// For each stem that many documents hold, a bit for each document: whether one holds it is seen in one look, and what
/// holds two of them in a sixty-fourth of the steps.
///
/// A stem of one document in sixteen has 16 bits of bitmap for each entry of its list, which itself has 24.
struct HeldSets: Sendable {
    private let words: Packed<UInt64>
    /// Where the bits of each stem start; `none` for a stem of few.
    private let starts: Packed<UInt32>

    private static let none = UInt32.max
    private static let fewest = 16

    init(
        stems: Packed<StemEntry>, documents: Packed<UInt16>, blockStarts: Packed<UInt32>, blocks: Int,
        of count: Int
    ) {
        let length = blocks << (Block.bits - 6)
        starts = Packed(capacity: stems.count)
        var next = 0
        for stem in 0..<stems.count {
            let entry = stems.start[stem]
            let isMany = entry.table != StemEntry.noTable && Int(entry.count) * Self.fewest >= count
            starts.append(isMany ? UInt32(next) : Self.none)
            if isMany { next += length }
        }
        words = Packed(repeating: 0, count: next)
        for stem in 0..<stems.count where starts.start[stem] != Self.none {
            let entry = stems.start[stem]
            let bits = words.start + Int(starts.start[stem])
            let list = documents.start + Int(entry.start)
            for block in 0..<blocks {
                let table = blockStarts.start + Int(entry.table) + block
                let end = block + 1 < blocks ? table[1] : entry.count
                let first = block << (Block.bits - 6)
                for place in Int(table[0])..<Int(end) {
                    bits[first + Int(list[place] >> 6)] |= 1 << UInt64(list[place] & 63)
                }
            }
        }
    }

    var bytes: Int { words.bytes + starts.bytes }

    /// Nil for a stem of few documents.
    func bits(ofStem stem: Int) -> UnsafePointer<UInt64>? {
        starts.start[stem] == Self.none ? nil : UnsafePointer(words.start + Int(starts.start[stem]))
    }
}
