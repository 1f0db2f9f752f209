import Foundation

/// Reads the pages of the file themselves. SQLite fills a page from its end, so where rows lie in it tells which came
/// first, whatever their keys.
struct PageOrder: Attack {
    private static let pageSize = 4_096

    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        let needles = Needles(evidence.targets.map(\.id))
        for snapshot in evidence.snapshots {
            let bytes = try [UInt8](Data(contentsOf: snapshot.appending(path: "raw/questions.sqlite")))
            var seen = Set<Int>()
            for page in stride(from: 0, to: bytes.count - Self.pageSize + 1, by: Self.pageSize) {
                let order = needles.places(in: bytes[page..<page + Self.pageSize]).reversed().map(\.needle)
                // A page that holds questions of several months says which month each is of, which is known.
                for (_, same) in Dictionary(grouping: order, by: { evidence.targets[$0].month }) {
                    let fresh = same.filter { seen.insert($0).inserted }
                    guard fresh.count > 2 else { continue }
                    for (question, weights) in evidence.weights(inOrder: fresh) { found[question] = weights }
                }
            }
        }
        return found
    }
}

/// Byte strings of eight bytes or more, to be found wherever they stand.
struct Needles {
    private let first: [UInt64: Int]
    private let all: [[UInt8]]

    init(_ needles: [Data]) {
        all = needles.map { Array($0) }
        first = Dictionary(all.enumerated().map { (Self.word($1, 0), $0) }, uniquingKeysWith: { $1 })
    }

    func places(in bytes: ArraySlice<UInt8>) -> [(offset: Int, needle: Int)] {
        guard bytes.count >= 8 else { return [] }
        return bytes.withUnsafeBytes { bytes in
            var places: [(offset: Int, needle: Int)] = []
            for offset in 0...bytes.count - 8 {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                guard let needle = first[word], bytes.count - offset >= all[needle].count,
                    bytes[offset..<offset + all[needle].count].elementsEqual(all[needle])
                else { continue }
                places.append((offset, needle))
            }
            return places
        }
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }
}
