import Foundation

/// Arrays of numbers in a file as they lie in memory: what took a minute to derive is read back in a second.
///
/// A copy of what can be derived again, so it is believed only where it is whole and was derived from the very same: the
/// file begins with a key, and ends with a checksum of all before it. Arrays have no names; they are read in the order in
/// which they were written, by the same program (whose `layout` is part of the key).
package enum ArrayFile {
    /// Another number for another order, or another meaning, of what is written.
    static let layout: UInt8 = 1
    static let mark: [UInt8] = Array("riffle arrays\0".utf8) + [layout]

    /// Everything in the file is filled up to whole words, of which the sum is made.
    static let word = MemoryLayout<UInt64>.size

    static func filling(_ bytes: Int) -> Int { (word - bytes % word) % word }

    /// Not what was written, or for another key.
    package struct Unfit: Error {
        package init() {}
    }

    /// What the system says of a file that cannot be read or written.
    static func failure() -> CocoaError {
        CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
    }
}

/// Sums words so that each bit of them changes the sum: FNV-1a's steps, a word at a time.
struct WordSum {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// - Parameter bytes: a multiple of `ArrayFile.word`.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for place in stride(from: 0, to: bytes.count, by: ArrayFile.word) {
            value = (value ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x0000_0100_0000_01b3
            // A product's upper bits depend on all of the word's, its lower ones on the lower alone.
            value ^= value >> 32
        }
    }
}
