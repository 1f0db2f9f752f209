import CZlib
package import Foundation

/// A ZIP archive (APPNOTE 6.3) as it is written, part by part, into a file.
///
/// The same parts give the same bytes: no times are written. ZIP64 is not, for nothing of ours comes near 4 GB or 65,535
/// parts; what would is refused.
package final class ZipWriter {
    private struct Part {
        let name: [UInt8]
        let start: Int
        let isPacked: Bool
        var crc = CRC()
        var size = 0
        var packed = 0
    }
    private let handle: FileHandle
    private var parts: [Part] = []
    private var deflating: Deflating?
    private var count = 0
    package struct TooLarge: Error {}

    package init(_ file: URL) throws {
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
    }

    /// - Parameter isPacked: false for what is packed already, such as pictures.
    package func begin(_ name: String, isPacked: Bool = true) throws {
        guard parts.count < 60_000, count < 4_000_000_000 else { throw TooLarge() }
        let part = Part(name: Array(name.utf8), start: count, isPacked: isPacked)
        deflating = isPacked ? try Deflating() : nil
        parts.append(part)
        try put(header(part))
    }

    package func add(_ data: Data) throws {
        let place = parts.count - 1
        parts[place].crc.add(data)
        parts[place].size += data.count
        guard let deflating else { return try pass(data) }
        try deflating.pack(data, isLast: false) { try pass($0) }
    }

    package func end() throws {
        try deflating?.pack(Data(), isLast: true) { try pass($0) }
        deflating = nil
        guard let part = parts.last else { return }
        guard part.size < 0xFFFF_FFFF, part.packed < 0xFFFF_FFFF else { throw TooLarge() }
        // What was not known when the part began.
        try handle.seek(toOffset: UInt64(part.start))
        try handle.write(contentsOf: Data(header(part)))
        try handle.seek(toOffset: UInt64(count))
    }

    /// Writes the directory, and waits until all of it is on the disk.
    package func close() throws {
        let start = count
        guard start < 0xFFFF_FFFF else { throw TooLarge() }
        for part in parts {
            try put(
                little(0x0201_4B50, 4) + little(20, 2) + shared(part) + little(0, 2) + little(0, 2) + little(0, 2)
                    + little(0, 4) + little(part.start, 4) + part.name)
        }
        try put(
            little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
                + little(count - start, 4) + little(start, 4) + little(0, 2))
        try handle.synchronize()
        try handle.close()
    }

    private func pass(_ data: Data) throws {
        try handle.write(contentsOf: data)
        count += data.count
        parts[parts.count - 1].packed += data.count
    }

    private func put(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
        count += bytes.count
    }

    private func header(_ part: Part) -> [UInt8] { little(0x0403_4B50, 4) + shared(part) + part.name }

    /// From the version that is needed to the length of extra fields. The name is UTF-8, the day 1 January 1980.
    private func shared(_ part: Part) -> [UInt8] {
        let start =
            little(20, 2) + little(0x0800, 2) + little(part.isPacked ? 8 : 0, 2) + little(0, 2) + little(0x21, 2)
        return start + little(part.crc.value, 4) + little(part.packed, 4) + little(part.size, 4)
            + little(part.name.count, 2) + little(0, 2)
    }

    private func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

/// Raw deflate as it goes.
private final class Deflating {
    /// In a place of its own, for zlib refuses a stream that has moved.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var room = [UInt8](repeating: 0, count: 65_536)

    init() throws {
        stream.initialize(to: z_stream())
        let (size, memory) = (Int32(MemoryLayout<z_stream>.size), Int32(8))
        let code = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else { throw ZipWriter.TooLarge() }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func pack(_ data: Data, isLast: Bool, _ take: (Data) throws -> Void) throws {
        var given = [UInt8](data)
        var (used, isFull) = (0, isLast)
        while used < given.count || isFull {
            let (left, free) = given.withUnsafeMutableBufferPointer { given in
                room.withUnsafeMutableBufferPointer { room in
                    // Both pointers serve this one call, and zlib is told how long each is.
                    stream.pointee.next_in = given.baseAddress.map { $0 + used }
                    stream.pointee.avail_in = UInt32(given.count - used)
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    return (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                }
            }
            used = given.count - left
            if free < room.count { try take(Data(room[..<(room.count - free)])) }
            isFull = free == 0
        }
    }
}
