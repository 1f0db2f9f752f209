package import Foundation

/// Writes arrays one after the other into a new file, which takes its name once it is whole.
package final class ArrayWriter {
    private let url: URL
    private let unfinished: URL
    private let descriptor: Int32
    private var sum = WordSum()
    private var isFinished = false

    /// - Throws: `CocoaError`.
    package init(_ url: URL, key: [UInt8]) throws {
        self.url = url
        unfinished = url.appendingPathExtension("new")
        // Two processes at once spoil one another's file: its sum then says so.
        descriptor = open(unfinished.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ArrayFile.failure() }
        try write(ArrayFile.mark)
        try write(key)
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(unfinished.path) }
    }

    package func write<Element: BitwiseCopyable>(_ elements: [Element]) throws {
        try elements.withUnsafeBufferPointer(write)
    }

    package func write(_ texts: [String]) throws {
        try write(texts.map { UInt32($0.utf8.count) })
        try write(texts.flatMap(\.utf8))
    }

    package func write(_ set: DocumentSet) throws { try write(set.words) }

    func write<Element: BitwiseCopyable>(_ elements: Packed<Element>) throws {
        try write(UnsafeBufferPointer(start: elements.start, count: elements.count))
    }

    /// On the disk, and then in its place.
    package func finish() throws {
        try withUnsafeBytes(of: sum.value) { try put($0) }
        guard fsync(descriptor) == 0, rename(unfinished.path, url.path) == 0 else { throw ArrayFile.failure() }
        isFinished = true
    }

    private func write<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) throws {
        let bytes = UnsafeRawBufferPointer(elements)
        try withUnsafeBytes(of: UInt64(bytes.count)) { try put($0) }
        let whole = bytes.count / ArrayFile.word * ArrayFile.word
        try put(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
        var last: UInt64 = 0
        guard whole < bytes.count else { return }
        withUnsafeMutableBytes(of: &last) { $0.copyBytes(from: bytes[whole...]) }
        try withUnsafeBytes(of: last) { try put($0) }
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws {
        sum.add(bytes)
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = Foundation.write(descriptor, start, rest.count)
            guard written > 0 else { throw ArrayFile.failure() }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }
}
