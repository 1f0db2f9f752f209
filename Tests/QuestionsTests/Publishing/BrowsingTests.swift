import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct BrowsingTests {
    /// 45 careers questions over three months and one of small business, all holding "village".
    private func publish(_ open: OpenDesk) async throws {
        for number in 1...46 {
            let month = try #require(Day("2026-0\(number % 3 + 1)-01")).month
            try await open.desk.publish(
                "Question \(number) of the village?", topic: number == 46 ? "small-business" : "careers",
                answer: try Answer.Draft(OpenDesk.answer), by: open.nerys, month: month)
        }
    }

    private func walk(_ page: (Int) async throws -> Listing) async throws -> [Listing] {
        var pages: [Listing] = []
        for number in 1...4 { pages.append(try await page(number)) }
        return pages
    }

    @Test(
        "Pages hold 20 each, every question stands on exactly one, and beyond the last there is nothing",
        arguments: [nil, "careers"])
    func paging(topic: String?) async throws {
        try await withDesk { open in
            try await publish(open)
            let all = topic == nil ? 46 : 45
            for pages in [
                try await walk { try await open.desk.browse(topic: topic, page: $0) },
                try await walk { try await open.desk.search("village", topic: topic, page: $0) },
            ] {
                #expect(pages.map(\.items.count) == [20, 20, all - 40, 0])
                #expect(pages.allSatisfy { $0.total == all && $0.pages == 3 })
                #expect(pages.map(\.page) == [1, 2, 3, 4])
                #expect(Set(pages.flatMap(\.items).map(\.id)).count == all)
            }
        }
    }

    @Test("The newest months come first; within a month the order says nothing")
    func order() async throws {
        try await withDesk { open in
            try await publish(open)
            let months = try await walk { try await open.desk.browse(topic: nil, page: $0) }.flatMap(\.items).map(
                \.month)
            #expect(months == months.sorted(by: >))
            let latest = try await open.desk.latest(20)
            #expect(latest.map(\.month) == latest.map(\.month).sorted(by: >))
            let numbers = latest.filter { $0.month.description == "2026-03" }.map(\.title)
            #expect(numbers.count == 15)
            #expect(numbers != numbers.sorted { $0.localizedStandardCompare($1) == .orderedAscending })
        }
    }

    @Test("A topic holds its own, and one nobody asked under is empty")
    func topics() async throws {
        try await withDesk { open in
            try await publish(open)
            #expect(
                try await open.desk.browse(topic: "small-business", page: 1).items.map(\.title) == [
                    "Question 46 of the village?"
                ])
            let none = try await open.desk.browse(topic: "no-such-topic", page: 1)
            #expect(none.total == 0)
            #expect(none.pages == 1)
            #expect(none.items.isEmpty)
        }
    }

    @Test("A published page has its question, topic, month and answer; any other id has none")
    func page() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            let page = try #require(try await open.desk.published(id))
            #expect(page.text == "How do I become a supervisor?")
            #expect(page.topic.slug == "careers")
            #expect(page.month.words == "September 2026")
            #expect(page.answers.map(\.text) == [OpenDesk.answer])
            let unreleased = try await open.asked("Is this one out already?").id
            for other in [unreleased, open.clock.world.id()] { #expect(try await open.desk.published(other) == nil) }
        }
    }

    @Test(
        "A title is the first sentence, or as many words as fit",
        arguments: [
            ("How? And why?", "How?"), ("No full stop", "No full stop"), ("First line\nsecond.", "First line"),
            (String(repeating: "word ", count: 60) + "?", String(repeating: "word ", count: 21) + "word…"),
            (String(repeating: "x", count: 200), String(repeating: "x", count: 110) + "…"), ("", ""),
        ])
    func titles(text: String, title: String) {
        #expect(Summary.title(of: text) == title)
    }
}
