import Foundation
import Synchronization

/// Files beside the catalogue in which what was fetched waits to be read, so that a feed of any size takes the memory
/// of a piece.
struct Spools: Sendable {
    let folder: URL

    func file(of source: String) -> URL { folder.appending(path: "\(source).spool") }

    /// Opens an empty one for writing.
    func begin(_ source: String) throws -> Spool {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data().write(to: file(of: source))
        return Spool(try FileHandle(forWritingTo: file(of: source)), size: 0)
    }

    /// Opens one for writing after so many bytes; what stands behind them was not acknowledged, and goes.
    /// - Returns: nil where there are fewer.
    func open(_ source: String, after bytes: Int) throws -> Spool? {
        guard bytes > 0, FileManager.default.fileExists(atPath: file(of: source).path) else { return nil }
        let handle = try FileHandle(forWritingTo: file(of: source))
        guard try handle.seekToEnd() >= UInt64(bytes) else { return nil }
        try handle.truncate(atOffset: UInt64(bytes))
        try handle.seek(toOffset: UInt64(bytes))
        return Spool(handle, size: bytes)
    }

    func remove(_ source: String) { try? FileManager.default.removeItem(at: file(of: source)) }
}

/// A file that is written on the thread of a transfer.
final class Spool: Sendable {
    private let state: Mutex<(handle: FileHandle, size: Int)>

    init(_ handle: sending FileHandle, size: Int) { state = Mutex((handle, size)) }

    func add(_ bytes: UnsafeRawBufferPointer) throws { try add(Data(bytes)) }

    func add(_ bytes: Data) throws {
        try state.withLock { state in
            try state.handle.write(contentsOf: bytes)
            state.size += bytes.count
        }
    }

    var size: Int { state.withLock(\.size) }
}
