import Foundation
import Questions
import Storage
import TestSupport
import Testing

@testable import Website

struct DashboardTests {
    @Test func `the dashboard tells what waits, in drawings and in tables beside them`() async throws {
        try await withSite { test in
            _ = try await test.waitingQuestion()
            test.world.advance(days: 3)
            _ = try await test.waitingQuestion("Another question that has only just arrived.")
            _ = try await test.assigned()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/dashboard")
            let (page, text) = (moderator.page.html, moderator.page.text)
            #expect(text.contains("waits for a moderator 1"))
            #expect(text.contains("Open questions by step: To review 1, Changes asked 0, With an expert 1"))
            #expect(text.contains("Careers 1 0 1 0 0 2"))
            #expect(text.contains("Elin Expert 1 0 1"))
            #expect(text.contains("Fewer than 5 questions have passed this step: too few to draw."))
            let drawings = page.matches(of: /<svg [^>]*role="img" aria-labelledby="([^ "]+) ([^"]+)"/)
            #expect(drawings.count == 4)
            for drawing in drawings {
                #expect(page.contains("<title id=\"\(drawing.1)\">") && page.contains("<desc id=\"\(drawing.2)\">"))
            }
            #expect(page.matches(of: /<caption\s/).count == 4, "a table beside each, one for the first two")
        }
    }

    @Test func `waits are drawn from the fifth question on`() async throws {
        try await withSite { test in
            for number in 1...5 {
                let id = try await test.waitingQuestion("Question number \(number) of those that are declined?")
                test.world.advance(days: number)
                try await test.site.desk.decline(
                    id, reason: "It is not for us.", version: 1, by: test.cast.moderator.id)
            }
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/dashboard")
            #expect(moderator.page.text.contains("Half move on within 3 days, nine in ten within 5 days."))
            #expect(moderator.page.text.contains("Share of 5 questions by days at this step: same day 0 %, 1 day 20 %"))
            #expect(moderator.page.text.contains("September 2026 0 published and 5 declined"))
        }
    }

    @Test(arguments: [
        (0, [0, 1]), (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (6, [0, 2, 4, 6]), (11, [0, 5, 10, 15]),
        (100, [0, 20, 40, 60, 80, 100]), (101, [0, 50, 100, 150]), (4_321, [0, 1_000, 2_000, 3_000, 4_000, 5_000]),
    ])
    func `an axis begins at zero and reaches the most`(most: Int, ticks: [Int]) {
        #expect(Plot.ticks(upTo: most) == ticks)
    }

    @Test func `bars are as long as what they stand for, on one scale from zero`() throws {
        let rows = [
            Plot.Row(name: "one", values: [10, 5], words: "15"), Plot.Row(name: "two", values: [5, 0], words: "5"),
        ]
        let lying = Plot.bars("a", title: "", description: "", rows: rows, series: ["x", "y"])
        #expect(lying.bars.map(\.kind) == ["full", "open", "full"])
        let ends = try lying.bars.map { try #require(Double($0.x)) + (try #require(Double($0.width))) - 2 }
        #expect(abs(ends[1] - ends[0] * 1.5) < 0.2 && abs(ends[0] - ends[2] * 2) < 0.2)
        let standing = Plot.columns("b", title: "", description: "", rows: rows, series: ["x", "y"])
        let heights = try standing.bars.map { try #require(Double($0.height)) }
        #expect(abs(heights[0] - heights[1] * 2) < 0.2 && heights[1] == heights[2])
        #expect(standing.keys.map(\.words) == ["x", "y"])
        for plot in [lying, standing] {
            #expect(plot.words.allSatisfy { (0...Plot.width).contains(Double($0.x) ?? -1) })
        }
    }
}
