import Containers
import Foundation
import Storage

/// What somebody brings: an archive of ours, one that another portfolio wrote as Leap2A, or the list alone.
///
/// A name in an archive is compared with names and never becomes a path.
struct IncomingArchive: Sendable {
    private static let mostTextBytes = SpaceFile.mostBytes
    let file: SpaceFile
    private(set) var refused: [String] = []
    /// The part that holds each file, by the file's number.
    private(set) var parts: [Int: ZipEntry] = [:]
    private let directory: ZipDirectory?

    /// - Throws: `Invalid` with a sentence where nothing of it can be taken in.
    init(_ place: URL) throws {
        let bytes = try FileBytes(place)
        if bytes[0] == UInt8(ascii: "P"), bytes[1] == UInt8(ascii: "K") {
            try self.init(archive: bytes)
        } else {
            try self.init(list: bytes)
        }
    }

    private init(list bytes: FileBytes) throws {
        guard bytes.count <= Self.mostTextBytes, let text = bytes.slice(0..<bytes.count) else {
            throw Invalid(
                "file", "The list is larger than \(Self.mostTextBytes.inMegabytes), which no export of ours is.")
        }
        directory = nil
        let first = text.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        file = first == UInt8(ascii: "<") ? try LeapReader.read(text).space : try SpaceFile(json: text)
    }

    private init(archive bytes: FileBytes) throws {
        let directory: ZipDirectory
        do throws(ZipProblem) { directory = try ZipDirectory(bytes) } catch { throw Invalid(error) }
        self.directory = directory
        let named = Dictionary(grouping: directory.entries.filter { !$0.isFolder }, by: \.name)
        let paths: [Int: String]
        if let list = try Self.only("space.json", named) {
            file = try SpaceFile(json: try Self.text(list, directory))
            paths = Dictionary(file.files.map { ($0.number, $0.path) }, uniquingKeysWith: { first, _ in first })
        } else if let list = try Self.only("leap2a.xml", named) {
            (file, paths) = try LeapReader.read(try Self.text(list, directory))
        } else {
            throw Invalid("file", "The archive holds neither “space.json” nor “leap2a.xml” at its top: choose another.")
        }
        for name in named.keys.sorted() where Self.isOutside(name) {
            refused.append("“\(name.prefix(80))” would lie outside of the archive: it is left out.")
        }
        for item in file.files {
            guard let path = paths[item.number] else { continue }
            let found = (named[path] ?? named[path.removingPercentEncoding ?? path] ?? [])
            if found.count > 1 {
                refused.append("The archive holds two files called “\(path.prefix(80))”: neither is taken in.")
            } else if let part = found.first, !Self.isOutside(part.name) {
                parts[item.number] = part
            }
        }
    }

    /// For saying what would be taken in, without a look into any file.
    var promised: Arrivals {
        Arrivals(file: file, refused: refused, bytes: parts.mapValues { _ in .promised })
    }

    /// Unpacks one file to a place of ours.
    func unpack(_ part: ZipEntry, to file: ArrivingFile<Evidence>, upTo most: Int) throws {
        guard let directory else { throw Invalid(ZipProblem.damaged) }
        do throws(ZipProblem) {
            try directory.read(part, upTo: most) { try file.add($0) }
        } catch { throw Invalid(error) }
    }

    private static func only(_ name: String, _ named: [String: [ZipEntry]]) throws(Invalid) -> ZipEntry? {
        guard let found = named[name] else { return nil }
        guard found.count == 1 else {
            throw Invalid("file", "The archive holds “\(name)” twice, and nobody can say which is meant.")
        }
        return found.first
    }

    private static func text(_ part: ZipEntry, _ directory: ZipDirectory) throws(Invalid) -> Data {
        var text = Data()
        do throws(ZipProblem) {
            try directory.read(part, upTo: mostTextBytes) { text += $0 }
        } catch { throw Invalid(error) }
        return text
    }

    private static func isOutside(_ name: String) -> Bool {
        name.hasPrefix("/") || name.contains("\\") || name.contains(":")
            || name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }
}

extension Invalid {
    init(_ problem: ZipProblem) {
        let sentence =
            switch problem {
            case .notAnArchive: "This is no ZIP archive, or only the beginning of one: fetch it again."
            case .damaged: "The archive is damaged or contradicts itself: fetch it again."
            case .encrypted: "The archive is locked with a password: make one without."
            case .unknownMethod: "The archive is packed in an unusual way: make an ordinary ZIP of it."
            case .tooMuch: "What is in the archive is larger than what may be kept here."
            case .stopped: "It could not be unpacked: try again."
            }
        self.init("file", sentence)
    }
}
