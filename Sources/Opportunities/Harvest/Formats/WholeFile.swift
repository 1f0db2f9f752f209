import Foundation

/// A file that is one item.
struct WholeFile: ItemCutting {
    private var bytes: Data?

    /// - Throws: `Unreadable` where it cannot be opened or is too large to be a page.
    init(_ file: URL, named name: String) throws {
        let source = try FileBytes(file, named: name)
        guard source.size <= FileBytes.largest else {
            throw Unreadable("\(name) is larger than \(FileBytes.largest >> 20) MiB, which is no page.")
        }
        bytes = try source.bytes(at: 0..<source.size)
    }

    mutating func next() throws -> RawItem? {
        guard let whole = bytes, !whole.isEmpty else { return nil }
        bytes = nil
        return RawItem(bytes: whole, place: "the page", range: 0..<whole.count)
    }
}
