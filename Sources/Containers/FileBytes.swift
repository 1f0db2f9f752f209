package import Foundation

/// The bytes of a file, mapped and not read, so that a large one takes no memory. Each reading is checked against its
/// end: what a file says of itself is never believed.
///
/// Nobody may shorten the file meanwhile.
package struct FileBytes: Sendable {
    private let data: Data

    package init(_ file: URL) throws { data = try Data(contentsOf: file, options: .alwaysMapped) }

    package init(_ bytes: [UInt8]) { data = Data(bytes) }

    package var count: Int { data.count }

    package subscript(place: Int) -> UInt8? {
        place >= 0 && place < data.count ? data[data.startIndex + place] : nil
    }

    /// Nil where the file does not reach so far.
    package func bytes(_ range: Range<Int>) -> [UInt8]? { slice(range).map(Array.init) }

    /// Nil where the file does not reach so far.
    package func slice(_ range: Range<Int>) -> Data? {
        guard range.lowerBound >= 0, range.upperBound <= data.count else { return nil }
        return data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
    }

    func begins(with text: String, at place: Int = 0) -> Bool {
        begins(with: Array(text.utf8), at: place)
    }

    func begins(with start: [UInt8], at place: Int = 0) -> Bool {
        place >= 0 && bytes(place..<place + start.count) == start
    }

    func big(_ count: Int, at place: Int) -> Int? {
        guard place >= 0 else { return nil }
        return bytes(place..<place + count).map { $0.reduce(0) { $0 << 8 | Int($1) } }
    }

    func little(_ count: Int, at place: Int) -> Int? {
        guard place >= 0 else { return nil }
        return bytes(place..<place + count).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }

    /// The next place from here on that holds this byte.
    func next(_ byte: UInt8, from place: Int) -> Int? {
        guard place >= 0, place < data.count else { return nil }
        return data.withUnsafeBytes { all in
            // The place is inside by the guard, and `memchr` is told how much is left.
            guard let start = all.baseAddress, let found = memchr(start + place, Int32(byte), all.count - place) else {
                return nil
            }
            return UnsafeRawPointer(found) - start
        }
    }
}

/// What a file becomes: stretches of it as they are, and bytes that are written in between.
package struct Pieces: Sendable {
    package enum Piece: Hashable, Sendable {
        case stretch(Range<Int>)
        case bytes([UInt8])
    }
    /// More parts than any picture has, so that one made of nothing but parts is given up.
    private static let most = 20_000
    package private(set) var all: [Piece] = []

    mutating func keep(_ range: Range<Int>) throws(Malformed) {
        if case .stretch(let last) = all.last, last.upperBound == range.lowerBound {
            all[all.count - 1] = .stretch(last.lowerBound..<range.upperBound)
        } else {
            try add(.stretch(range))
        }
    }

    mutating func write(_ bytes: [UInt8]) throws(Malformed) { try add(.bytes(bytes)) }

    private mutating func add(_ piece: Piece) throws(Malformed) {
        guard all.count < Self.most else { throw Malformed() }
        all.append(piece)
    }
}

/// A file that is not what it begins as.
package struct Malformed: Error, Equatable {
    package init() {}
}
