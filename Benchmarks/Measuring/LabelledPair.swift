package import Foundation

/// Two adverts and whether they are one opportunity, as `Benchmarks/cards/pairs.tsv` holds them.
package struct LabelledPair: Sendable {
    /// One half for working on the rules, one for reporting.
    package enum Half: String, CaseIterable, Sendable { case tune, report }

    package let id: String
    package let half: Half
    package let kind: String
    /// As `doit/68f792b0bf48f6d5969d0ead`: a source's name and its own id.
    package let one: String
    package let other: String
    package let isSame: Bool

    package static func all(in file: URL) throws -> [LabelledPair] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        return try lines.dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 9, let half = Half(rawValue: fields[1]), ["same", "different"].contains(fields[7])
            else { throw Malformed(line: String(line)) }
            return LabelledPair(
                id: fields[0], half: half, kind: fields[2], one: fields[3], other: fields[4],
                isSame: fields[7] == "same")
        }
    }

    struct Malformed: Error { let line: String }
}
