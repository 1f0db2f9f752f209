import Containers
import Crypto
import Foundation
import Storage

/// Where the bytes of evidence are: a file each, under its id.
struct EvidenceFolder: Sendable {
    let folder: URL

    init(in data: URL) throws {
        folder = data.appending(path: "evidence", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func file(of id: ID<Evidence>) -> URL { folder.appending(path: id.description) }
    func arriving(_ id: ID<Evidence>) -> URL { folder.appending(path: id.description + ".part") }

    /// What arrived, as it is kept: looked through, a picture without what its camera wrote beside it, and on the disk
    /// for good before anybody is told.
    func settle(_ id: ID<Evidence>) throws -> Settled {
        let (arrived, kept) = (arriving(id), file(of: id))
        guard FileManager.default.fileExists(atPath: arrived.path) else { throw Invalid.tookTooLong }
        let bytes = try FileBytes(arrived)
        let kind = try FileKind.of(bytes)
        if let pieces = try kind.cleaned(bytes) {
            try pieces.write(of: bytes, to: kept)
            try FileManager.default.removeItem(at: arrived)
        } else {
            try FileManager.default.moveItem(at: arrived, to: kept)
        }
        let settled = try Self.settled(kept, kind)
        try sync()
        return settled
    }

    /// What is gone already is no error.
    func remove(_ ids: [ID<Evidence>]) throws {
        for id in ids {
            for file in [file(of: id), arriving(id)] where FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.removeItem(at: file)
            }
        }
        if !ids.isEmpty { try sync() }
    }

    /// The names of all that is there.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

    func remove(named name: String) throws { try FileManager.default.removeItem(at: folder.appending(path: name)) }

    private static func settled(_ file: URL, _ kind: FileKind) throws -> Settled {
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        var (hash, count) = (SHA256(), 0)
        while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
            hash.update(data: piece)
            count += piece.count
        }
        try handle.synchronize()
        return Settled(kind: kind, bytes: count, hash: Data(hash.finalize()))
    }

    /// A new name is on the disk once its folder is.
    private func sync() throws {
        let folder = open(folder.path, O_RDONLY | O_DIRECTORY)
        defer { if folder >= 0 { close(folder) } }
        guard folder >= 0, fsync(folder) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }
}

/// A file that is complete.
struct Settled: Sendable {
    let kind: FileKind
    let bytes: Int
    let hash: Data
}

extension Pieces {
    fileprivate func write(of file: FileBytes, to place: URL) throws {
        try Data().write(to: place)
        let handle = try FileHandle(forWritingTo: place)
        defer { try? handle.close() }
        for piece in all {
            switch piece {
            case .bytes(let bytes): try handle.write(contentsOf: Data(bytes))
            case .stretch(let range):
                for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 18) {
                    let end = min(start + 1 << 18, range.upperBound)
                    guard let data = file.slice(start..<end) else { throw Malformed() }
                    try handle.write(contentsOf: data)
                }
            }
        }
    }
}
