import CZlib
package import Foundation

extension ZipDirectory {
    private static let piece = 65_536

    /// Unpacks one part, piece by piece: no more than it says it is, and no more than `most`.
    ///
    /// - Throws: `ZipProblem`; `stopped` where `take` threw. What was taken until then is not to be used.
    package func read(
        _ entry: ZipEntry, upTo most: Int, _ take: (Data) throws -> Void
    ) throws(ZipProblem) {
        guard !entry.isEncrypted else { throw .encrypted }
        guard entry.size <= most else { throw .tooMuch }
        guard file.little(4, at: entry.start) == 0x0403_4B50, let name = file.little(2, at: entry.start + 26),
            let extra = file.little(2, at: entry.start + 28)
        else { throw .damaged }
        let start = entry.start + ZipEntry.shortestHeader + name + extra
        guard start + entry.packed <= file.count else { throw .damaged }
        var (crc, count) = (CRC(), 0)
        func pass(_ data: Data) throws(ZipProblem) {
            count += data.count
            guard count <= entry.size else { throw .damaged }
            crc.add(data)
            do { try take(data) } catch { throw .stopped }
        }
        switch entry.method {
        case 0: try pieces(start..<start + entry.packed, pass)
        case 8:
            let inflating = try Inflating()
            try pieces(start..<start + entry.packed) { data throws(ZipProblem) in try inflating.unpack(data, pass) }
            guard inflating.isOver else { throw .damaged }
        default: throw .unknownMethod
        }
        guard count == entry.size, crc.value == entry.sum else { throw .damaged }
    }

    private func pieces(_ range: Range<Int>, _ take: (Data) throws(ZipProblem) -> Void) throws(ZipProblem) {
        var at = range.lowerBound
        while at < range.upperBound {
            let end = min(at + Self.piece, range.upperBound)
            guard let data = file.slice(at..<end) else { throw .damaged }
            try take(data)
            at = end
        }
    }
}

/// Raw deflate, undone as it comes.
private final class Inflating {
    /// In a place of its own, for zlib refuses a stream that has moved.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var room = [UInt8](repeating: 0, count: 65_536)
    private(set) var isOver = false

    init() throws(ZipProblem) {
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { throw .stopped }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func unpack(_ data: Data, _ take: (Data) throws(ZipProblem) -> Void) throws(ZipProblem) {
        var given = [UInt8](data)
        var (used, isFull) = (0, false)
        while !isOver, used < given.count || isFull {
            let (code, left, free) = given.withUnsafeMutableBufferPointer { given in
                room.withUnsafeMutableBufferPointer { room in
                    // Both pointers serve this one call, and zlib is told how long each is.
                    stream.pointee.next_in = given.baseAddress.map { $0 + used }
                    stream.pointee.avail_in = UInt32(given.count - used)
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    return (inflate(stream, Z_NO_FLUSH), Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                }
            }
            // There was nothing left to do: not an error, but no progress either.
            if code == Z_BUF_ERROR { return }
            guard code == Z_OK || code == Z_STREAM_END else { throw .damaged }
            (used, isOver, isFull) = (given.count - left, code == Z_STREAM_END, free == 0)
            if free < room.count { try take(Data(room[..<(room.count - free)])) }
        }
    }
}
