import Foundation

/// Reads the write-ahead logs frame by frame: which transaction wrote a question, and which the member before it.
struct Carving: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        guard let last = evidence.snapshots.last?.appending(path: "raw") else { return found }
        let count = evidence.targets.count
        let needles = Needles(evidence.targets.map(\.receipt) + evidence.suspects.map(\.id))
        let logs = try FileManager.default.contentsOfDirectory(at: last, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasSuffix("-wal") }
        for log in logs {
            var member: Int?
            for written in try WriteAheadLog(log).transactions(needles) {
                if let suspect = written.first(where: { $0 >= count }) { member = suspect - count }
                if let question = written.first(where: { $0 < count }), let member {
                    found[question] = evidence.weights(for: [member])
                }
            }
        }
        return found
    }
}

/// A write-ahead log as SQLite's file format describes it: a header of 32 bytes, then frames of 24 bytes and a page.
struct WriteAheadLog {
    private let bytes: [UInt8]
    private let pageSize: Int

    init(_ file: URL) throws {
        bytes = try [UInt8](Data(contentsOf: file))
        pageSize = bytes.count < 32 ? 0 : Self.number(bytes[8..<12])
    }

    /// What each transaction wrote that its pages did not hold before, in the order of writing.
    func transactions(_ needles: Needles) -> [[Int]] {
        guard pageSize > 0 else { return [] }
        var pages: [Int: [Int: Int]] = [:]
        var all: [[Int]] = []
        var change: [Int: Int] = [:]
        for frame in stride(from: 32, through: bytes.count - 24 - pageSize, by: 24 + pageSize) {
            let page = Self.number(bytes[frame..<frame + 4])
            var held: [Int: Int] = [:]
            for place in needles.places(in: bytes[frame + 24..<frame + 24 + pageSize]) {
                held[place.needle, default: 0] += 1
            }
            for (needle, count) in held { change[needle, default: 0] += count }
            for (needle, count) in pages[page] ?? [:] { change[needle, default: 0] -= count }
            pages[page] = held
            // The frame that ends a transaction carries the size of the file.
            if Self.number(bytes[frame + 4..<frame + 8]) > 0 {
                all.append(change.filter { $0.value > 0 }.keys.sorted())
                change = [:]
            }
        }
        return all
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
