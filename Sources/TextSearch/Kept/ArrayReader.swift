package import Foundation

/// Reads what `ArrayWriter` wrote, in the same order.
package final class ArrayReader {
    private let descriptor: Int32
    private var left: Int

    /// Looks through all of the file first, so that what is read from it is what was written.
    ///
    /// - Throws: `ArrayFile.Unfit` for another key, and where the file is not whole; `CocoaError` where there is none.
    package init(_ url: URL, key: [UInt8]) throws {
        descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ArrayFile.failure() }
        left = Int(lseek(descriptor, 0, SEEK_END))
        try expectWhole()
        guard try array(of: UInt8.self) == ArrayFile.mark, try array(of: UInt8.self) == key else {
            throw ArrayFile.Unfit()
        }
    }

    deinit { close(descriptor) }

    package func array<Element: BitwiseCopyable>(of _: Element.Type = Element.self) throws -> [Element] {
        let count = try count(of: Element.self)
        return try [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            try read(
                UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count * MemoryLayout<Element>.stride))
            filled = count
        }
    }

    package func texts() throws -> [String] {
        let lengths = try array(of: UInt32.self)
        var utf8 = try array(of: UInt8.self)[...]
        guard lengths.reduce(0, { $0 + Int($1) }) == utf8.count else { throw ArrayFile.Unfit() }
        return lengths.map { length in
            defer { utf8 = utf8.dropFirst(Int(length)) }
            return String(decoding: utf8.prefix(Int(length)), as: UTF8.self)
        }
    }

    package func documents(capacity: Int) throws -> DocumentSet {
        guard let set = DocumentSet(capacity: capacity, words: try array()) else { throw ArrayFile.Unfit() }
        return set
    }

    func packed<Element: BitwiseCopyable>() throws -> Packed<Element> {
        let count = try count(of: Element.self)
        return try Packed(count: count) { start in
            try read(UnsafeMutableRawBufferPointer(start: start, count: count * MemoryLayout<Element>.stride))
        }
    }

    /// - Throws: `ArrayFile.Unfit` where more was written than was read.
    package func finish() throws {
        guard left == 0 else { throw ArrayFile.Unfit() }
    }

    private func expectWhole() throws {
        let sumLength = ArrayFile.word
        guard left > sumLength, left % ArrayFile.word == 0 else { throw ArrayFile.Unfit() }
        left -= sumLength
        lseek(descriptor, 0, SEEK_SET)
        let length = left
        var sum = WordSum()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 8)
        defer { buffer.deallocate() }
        while left > 0 {
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
            try fill(piece)
            sum.add(UnsafeRawBufferPointer(piece))
        }
        var kept: UInt64 = 0
        left = sumLength
        try withUnsafeMutableBytes(of: &kept) { try fill($0) }
        guard kept == sum.value else { throw ArrayFile.Unfit() }
        lseek(descriptor, 0, SEEK_SET)
        left = length
    }

    private static let piece = 1 << 20

    /// Elements of the next array; what would not fit into the rest of the file takes no memory.
    private func count<Element>(of _: Element.Type) throws -> Int {
        var bytes: UInt64 = 0
        try withUnsafeMutableBytes(of: &bytes) { try fill($0) }
        guard bytes <= UInt64(left), Int(bytes) % MemoryLayout<Element>.stride == 0 else { throw ArrayFile.Unfit() }
        return Int(bytes) / MemoryLayout<Element>.stride
    }

    /// An array's elements, and what fills up its last word.
    private func read(_ buffer: UnsafeMutableRawBufferPointer) throws {
        try fill(buffer)
        var filling: UInt64 = 0
        try withUnsafeMutableBytes(of: &filling) { bytes in
            try fill(UnsafeMutableRawBufferPointer(rebasing: bytes[..<ArrayFile.filling(buffer.count)]))
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws {
        guard buffer.count <= left else { throw ArrayFile.Unfit() }
        var filled = 0
        while filled < buffer.count {
            let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            guard got > 0 else { throw ArrayFile.failure() }
            filled += got
        }
        left -= buffer.count
    }
}
