package import Foundation

/// A question with the specialty that should answer it, as `Benchmarks/routing/questions.tsv` holds it.
package struct LabelledQuestion: Sendable {
    /// One half for working on the router, one for reporting.
    package enum Half: String, CaseIterable, Sendable { case dev, report }

    package let id: String
    package let half: Half
    package let specialty: String
    /// Of a question that straddles two: either may come first.
    package let second: String?
    package let text: String

    package var right: Set<String> { Set([specialty] + (second.map { [$0] } ?? [])) }

    package static func all(in file: URL) throws -> [LabelledQuestion] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5, let half = Half(rawValue: fields[1]) else { throw Malformed(line: String(line)) }
            return LabelledQuestion(
                id: fields[0], half: half, specialty: fields[2], second: fields[3].isEmpty ? nil : fields[3],
                text: fields[4])
        }
    }

    struct Malformed: Error { let line: String }
}
