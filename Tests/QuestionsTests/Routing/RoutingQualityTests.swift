import Foundation
import Measuring
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct RoutingQualityTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private var questions: [LabelledQuestion] {
        get throws { try LabelledQuestion.all(in: Self.home.appending(path: "Benchmarks/routing/questions.tsv")) }
    }

    @Test("On questions nobody tuned for, the right specialty comes first in 85 of 100, among the first three in 97")
    func report() async throws {
        try await withTemporaryFolder { folder in
            let quality = try await RoutingQuality(home: Self.home, folder: folder, world: TestWorld().world)
            let plain = try #require(quality.rows.first { $0.router == "plain BM25" && $0.half == "report" })
            let router = try #require(quality.rows.first { $0.router == "router" && $0.half == "report" })
            #expect(plain.first.value < 0.80)
            #expect(router.first.value >= 0.85)
            #expect(router.firstThree.value >= 0.97)
        }
    }

    @Test("At least 320 labelled questions, about as many for each specialty and half, a fifth straddling two")
    func labelled() throws {
        let questions = try questions
        #expect(questions.count >= 320)
        #expect(Set(questions.map(\.id)).count == questions.count)
        #expect(Set(questions.map(\.text)).count == questions.count)
        #expect(questions.count { $0.second != nil } * 5 >= questions.count)
        #expect(questions.allSatisfy { $0.second != $0.specialty })
        let groups = Dictionary(grouping: questions) { "\($0.half) \($0.specialty)" }
        #expect(groups.count == 14)
        #expect(groups.values.allSatisfy { (20...26).contains($0.count) })
    }

    @Test("No question names a specialty")
    func unnamed() throws {
        let names = [
            "professional development", "small business", "hr", "psychometric", "psychometrics", "accountancy",
            "taxation", "market research", "leadership", "performance indicator", "performance indicators", "career",
            "careers",
        ]
        for question in try questions {
            let text = " " + question.text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
            #expect(!names.contains { text.contains(" \($0) ") }, "\(question.id)")
        }
    }

    @Test("Wilson's bounds are those of the books", arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)])
    func wilson(hits: Int, all: Int, low: Double, high: Double) {
        let share = Share(hits, of: all)
        #expect(abs(share.low - low) < 0.0002 && abs(share.high - high) < 0.0002)
    }
}
