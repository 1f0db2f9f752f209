import Foundation

/// One item of a source as it stands in its file, not understood yet.
struct RawItem: Sendable {
    let bytes: Data
    /// Where it stands, for who has to mend it: `item 12`, `line 7`.
    let place: String
    /// Its bytes in the file, so that it can be read again alone.
    let range: Range<Int>
}

/// Cuts a file into its items, with the memory of one at a time.
protocol ItemCutting {
    /// The next item; nil after the last.
    /// - Throws: `Unreadable`, with a sentence about the file.
    mutating func next() throws -> RawItem?
}

/// Why a file as a whole cannot be read, in a sentence that begins with its name.
struct Unreadable: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A file, read from its beginning in pieces; what was consumed is let go.
struct FileBytes {
    let name: String
    let size: Int
    private let handle: FileHandle
    /// What was read and not consumed.
    private(set) var buffer: [UInt8] = []
    /// Of the next byte in `buffer` that nobody has consumed.
    var position = 0
    /// Where the buffer begins in the file.
    private(set) var offset = 0

    private static let piece = 256 << 10
    /// One item larger than this is no advert.
    static let largest = 8 << 20

    init(_ file: URL, named name: String) throws {
        self.name = name
        guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd(),
            (try? handle.seek(toOffset: 0)) != nil
        else { throw Unreadable("\(name) cannot be opened.") }
        self.handle = handle
        self.size = Int(size)
    }

    /// The place in the file of the next byte.
    var place: Int { offset + position }

    /// Adds the next piece.
    /// - Returns: false at the end of the file.
    mutating func fill() throws -> Bool {
        if position > 0 {
            buffer.removeFirst(position)
            offset += position
            position = 0
        }
        guard buffer.count <= Self.largest else {
            throw Unreadable("\(name) holds an item of more than \(Self.largest >> 20) MiB.")
        }
        // The longer an item, the larger the pieces, so that looking for its end again costs no more than twice.
        guard let piece = try? handle.read(upToCount: max(Self.piece, buffer.count)), !piece.isEmpty else {
            return false
        }
        buffer.append(contentsOf: piece)
        return true
    }

    mutating func go(to place: Int) throws {
        try handle.seek(toOffset: UInt64(place))
        buffer.removeAll(keepingCapacity: true)
        position = 0
        offset = place
    }

    func bytes(at range: Range<Int>) throws -> Data {
        try handle.seek(toOffset: UInt64(range.lowerBound))
        return try handle.read(upToCount: range.count) ?? Data()
    }
}
