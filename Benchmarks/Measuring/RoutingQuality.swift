package import Foundation
import Questions
package import Storage

/// How often the right specialty comes first, and among the first three, by the router and by plain BM25 beside it.
///
/// Of a question that straddles two specialties either counts as right.
package struct RoutingQuality: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package let router: String
        package let half: String
        package let first: Share
        package let firstThree: Share
        /// The first alone, for questions of one specialty.
        package let firstOfOne: Share
    }
    package let rows: [Row]

    /// - Parameters:
    ///   - home: where `seed-data` and `Benchmarks` are.
    ///   - folder: for the desk's file.
    package init(home: URL, folder: URL, world: World) async throws {
        let questions = try LabelledQuestion.all(in: home.appending(path: "Benchmarks/routing/questions.tsv"))
        let desk = try Desk(folder: folder, world: world)
        try await Seeds.load(home, into: desk, world: world, past: true)
        let plain = try PlainBM25(try await desk.topics().map { ($0.slug, $0.name, $0.about) })
        var rows: [Row] = []
        for half in LabelledQuestion.Half.allCases {
            let own = questions.filter { $0.half == half }
            rows.append(try await Self.row("plain BM25", half.rawValue, own) { try plain.specialties(for: $0) })
            rows.append(try await Self.row("router", half.rawValue, own) { try await Self.specialties(for: $0, desk) })
        }
        // What it would be once the desk has published as many questions as the other half holds.
        for question in questions where question.half == .dev {
            try await desk.publish(
                question.text, topic: question.specialty, answer: try Answer.Draft(Self.noWords), by: world.id(),
                month: world.today.month)
        }
        let report = questions.filter { $0.half == .report }
        rows.append(
            try await Self.row("router, dev half published", "report", report) {
                try await Self.specialties(for: $0, desk)
            })
        self.rows = rows
    }

    private static let noWords = "--------------------"

    private static func specialties(for text: String, _ desk: Desk) async throws -> [String] {
        try await desk.specialties(for: text).map(\.topic.slug)
    }

    private static func row(
        _ router: String, _ half: String, _ questions: [LabelledQuestion],
        _ specialties: (String) async throws -> [String]
    ) async throws -> Row {
        var (first, three, firstOfOne) = (0, 0, 0)
        for question in questions {
            let found = try await specialties(question.text)
            let isFirst = found.first.map(question.right.contains) ?? false
            first += isFirst ? 1 : 0
            firstOfOne += isFirst && question.second == nil ? 1 : 0
            three += question.right.isDisjoint(with: found.prefix(3)) ? 0 : 1
        }
        return Row(
            router: router, half: half, first: Share(first, of: questions.count),
            firstThree: Share(three, of: questions.count),
            firstOfOne: Share(firstOfOne, of: questions.count { $0.second == nil }))
    }
}
