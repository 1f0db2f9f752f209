import Foundation

/// What stands in a ZIP archive (APPNOTE 6.3), read from its directory at the end; ZIP64 too.
///
/// Nothing that it says is believed: numbers are checked against the file, and parts that overlap, by which a small
/// archive could unpack to a large one, are refused.
package struct ZipDirectory: Sendable {
    /// More than a space of 10,000 reflections and 2,000 files has.
    private static let mostEntries = 50_000
    let file: FileBytes
    package let entries: [ZipEntry]

    package init(_ file: FileBytes) throws(ZipProblem) {
        self.file = file
        guard let end = Self.end(of: file) else { throw .notAnArchive }
        guard end.entries <= Self.mostEntries else { throw .tooMuch }
        var (entries, at) = ([ZipEntry](), end.start)
        for _ in 0..<end.entries {
            guard let entry = ZipEntry(file, at: &at) else { throw .damaged }
            entries.append(entry)
        }
        let inOrder = entries.sorted { $0.start < $1.start }
        for (entry, next) in zip(inOrder, inOrder.dropFirst())
        where entry.start + ZipEntry.shortestHeader + entry.packed > next.start { throw .damaged }
        if let last = inOrder.last, last.start + ZipEntry.shortestHeader + last.packed > end.start { throw .damaged }
        self.entries = entries
    }

    private static func end(of file: FileBytes) -> (entries: Int, start: Int)? {
        // Behind it comes a comment of at most 65,535 bytes.
        var at = file.count - 22
        while at >= 0, at >= file.count - 22 - 65_535 {
            if file.little(4, at: at) == 0x0605_4B50, file.little(2, at: at + 20) == file.count - at - 22 { break }
            at -= 1
        }
        guard at >= 0, let entries = file.little(2, at: at + 10), let start = file.little(4, at: at + 16) else {
            return nil
        }
        guard entries == 0xFFFF || start == 0xFFFF_FFFF else { return (entries, start) }
        guard file.little(4, at: at - 20) == 0x0706_4B50, let large = file.little(8, at: at - 12),
            large >= 0, file.little(4, at: large) == 0x0606_4B50, let entries = file.little(8, at: large + 32),
            let start = file.little(8, at: large + 48), entries >= 0, start >= 0
        else { return nil }
        return (entries, start)
    }
}

/// One part of an archive, as its directory states it.
package struct ZipEntry: Hashable, Sendable {
    /// As it is written there; what is not UTF-8 is replaced. Never a path to anything.
    package let name: String
    package let size: Int
    let packed: Int
    let method: Int
    let sum: Int
    let start: Int
    let isEncrypted: Bool
    package var isFolder: Bool { name.hasSuffix("/") }

    static let shortestHeader = 30

    /// Reads the line of the directory at `at`, and moves on behind it.
    fileprivate init?(_ file: FileBytes, at: inout Int) {
        guard file.little(4, at: at) == 0x0201_4B50, let flags = file.little(2, at: at + 8),
            let method = file.little(2, at: at + 10), let sum = file.little(4, at: at + 16),
            var packed = file.little(4, at: at + 20), var size = file.little(4, at: at + 24),
            let nameLength = file.little(2, at: at + 28), let extraLength = file.little(2, at: at + 30),
            let noteLength = file.little(2, at: at + 32), var start = file.little(4, at: at + 42),
            let name = file.bytes(at + 46..<at + 46 + nameLength)
        else { return nil }
        var extra = at + 46 + nameLength
        let end = extra + extraLength
        while extra + 4 <= end {
            guard let id = file.little(2, at: extra), let length = file.little(2, at: extra + 2) else { return nil }
            if id == 0x0001 {
                var place = extra + 4
                for number in [\Large.size, \Large.packed, \Large.start] {
                    var large = Large(size: size, packed: packed, start: start)
                    guard large[keyPath: number] == 0xFFFF_FFFF else { continue }
                    guard place + 8 <= extra + 4 + length, let value = file.little(8, at: place) else { return nil }
                    large[keyPath: number] = value
                    (size, packed, start, place) = (large.size, large.packed, large.start, place + 8)
                }
            }
            extra += 4 + length
        }
        guard size >= 0, packed >= 0, start >= 0, size < 1 << 50, packed < 1 << 50, start < 1 << 50 else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        (self.size, self.packed, self.start) = (size, packed, start)
        (self.method, self.sum, isEncrypted) = (method, sum, flags & 1 != 0)
        at = end + noteLength
    }

    private struct Large {
        var size: Int
        var packed: Int
        var start: Int
    }
}

package enum ZipProblem: Error, Equatable {
    case notAnArchive
    case damaged
    case encrypted
    /// Packed in a way that we do not unpack.
    case unknownMethod
    case tooMuch
    /// What takes the bytes cannot go on.
    case stopped
}
