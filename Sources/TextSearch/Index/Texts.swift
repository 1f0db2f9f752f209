/// Texts in the order of their bytes, one after the other in memory.
struct Texts: Sendable {
    private let utf8: Packed<UInt8>
    private let starts: Packed<UInt32>

    init() {
        utf8 = Packed()
        starts = Packed(repeating: 0, count: 1)
    }

    init(_ reader: ArrayReader) throws {
        utf8 = try reader.packed()
        starts = try reader.packed()
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(utf8)
        try writer.write(starts)
    }

    var count: Int { starts.count - 1 }
    var bytes: Int { utf8.bytes + starts.bytes }

    /// - Parameter text: not before the last.
    func append(_ text: UnsafeBufferPointer<UInt8>) {
        utf8.append(text)
        starts.append(UInt32(utf8.count))
    }

    func finish() {
        utf8.finish()
        starts.finish()
    }

    subscript(_ number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

    func number(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        let place = first(notBefore: wanted)
        return place < count && bytes(of: place).elementsEqual(wanted) ? place : nil
    }

    /// All that begin so; none for the empty text.
    func numbers(beginning prefix: String) -> Range<Int> {
        let wanted = Array(prefix.utf8)
        guard !wanted.isEmpty else { return 0..<0 }
        let start = first(notBefore: wanted)
        var end = start
        var high = count
        while end < high {
            let middle = (end + high) / 2
            if bytes(of: middle).starts(with: wanted) { end = middle + 1 } else { high = middle }
        }
        return start..<end
    }

    private func first(notBefore wanted: [UInt8]) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if bytes(of: middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func bytes(of number: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts.start[number])
        return UnsafeBufferPointer(start: utf8.start + start, count: Int(starts.start[number + 1]) - start)
    }
}
