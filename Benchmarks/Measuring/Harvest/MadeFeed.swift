import Foundation
import Storage
import Synchronization

/// A provider with as many opportunities as wanted and the changes of a day, each item written once into a file, so
/// that serving it costs reading alone.
final class MadeFeed: Sendable {
    private struct State {
        /// Where each item begins in the file; the last is its end.
        var starts: [Int] = [0]
        /// Items that may be sent.
        var served = 0
    }
    private let state = Mutex(State())
    private let handle: Int32
    let documents: Int
    static let pageSize = 500

    /// Changed, new and deleted: 1.2 % a day, as real listings change.
    struct Day: Sendable {
        let changed: Int
        let new: Int
        let deleted: Int
        var count: Int { changed + new + deleted }

        init(of documents: Int) {
            changed = max(1, documents * 6 / 1_000)
            new = max(1, documents * 3 / 1_000)
            deleted = max(1, documents * 3 / 1_000)
        }
    }
    let day: Day

    init(_ corpus: Corpus, _ documents: Int, in file: URL, today: Storage.Day) throws {
        self.documents = documents
        day = Day(of: documents)
        handle = open(file.path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        guard handle >= 0 else { throw Connection.Broken() }
        let days = MadeDays(today)
        var writing = Writing(handle: handle)
        for number in 0..<documents {
            try writing.add(MadeItem.updated(corpus.advert(number), number, change: number + 1, days))
        }
        var change = documents
        // Spread over everything; what is deleted stands beside what is edited.
        let step = max(2, documents / max(day.changed, 1))
        for place in 0..<day.changed {
            let number = place * step % documents
            change += 1
            try writing.add(
                MadeItem.updated(
                    corpus.advert(number), number, change: change, more: " Ask for the new times.", days))
        }
        for place in 0..<day.deleted {
            change += 1
            try writing.add(MadeItem.deleted((place * step * 2 + 1) % documents, change: change))
        }
        for place in 0..<day.new {
            change += 1
            let number = documents + place
            try writing.add(MadeItem.updated(corpus.advert(number), number, change: change, days))
        }
        try writing.flush()
        let starts = writing.starts
        state.withLock { $0 = State(starts: starts, served: documents) }
    }

    deinit { close(handle) }

    /// From now on the changes of the day are part of the feed.
    func goOn() { state.withLock { $0.served = $0.starts.count - 1 } }

    /// The items after a change, with commas between, and the number of the last.
    func items(after change: Int) throws -> (bytes: [UInt8], last: Int) {
        let (range, last) = state.withLock { state in
            let first = min(change, state.served)
            let last = min(first + Self.pageSize, state.served)
            return (state.starts[first]..<state.starts[last], last)
        }
        guard !range.isEmpty else { return ([], change) }
        // Without the comma after the last.
        let count = range.count - 1
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            initialised = max(0, pread(handle, buffer.baseAddress, count, range.lowerBound))
        }
        guard bytes.count == count else { throw Connection.Broken() }
        return (bytes, last)
    }

    private struct Writing {
        let handle: Int32
        var starts = [0]
        private var buffer: [UInt8] = []
        private var written = 0

        init(handle: Int32) { self.handle = handle }

        mutating func add(_ item: [UInt8]) throws {
            buffer += item
            buffer.append(UInt8(ascii: ","))
            starts.append(written + buffer.count)
            if buffer.count > 1 << 20 { try flush() }
        }

        mutating func flush() throws {
            guard write(handle, buffer, buffer.count) == buffer.count else { throw Connection.Broken() }
            written += buffer.count
            buffer.removeAll(keepingCapacity: true)
        }
    }
}
