import Storage
import Testing
import TextSearch

@testable import Questions

@Suite struct SearchTests {
    @Test("A question is found once it is released, and at no step before")
    func onlyPublished() async throws {
        try await withDesk { open in
            let id = try await open.asked("May I keep a heliotrope in the office?").id
            try await open.decline(try await open.asked("Is a declined heliotrope found?").id)
            func isHidden() async throws -> Bool { try await open.found("heliotrope").isEmpty }
            #expect(try await isHidden())
            try await open.assign(id)
            #expect(try await isHidden())
            try await open.answer(id)
            #expect(try await isHidden())
            try await open.release(id)
            #expect(try await open.found("heliotrope") == [id])
        }
    }

    @Test("Words are found in the answer too, in other forms, and are marked")
    func answers() async throws {
        try await withDesk { open in
            let id = try await open.published(
                "How do I become a supervisor?", answer: "Begin by shadowing somebody who does it well."
            ).id
            for typed in ["shadow", "SHADOWS", "supervisors"] {
                #expect(try await open.found(typed) == [id], "\(typed)")
            }
            let item = try #require(try await open.desk.search("shadows", topic: nil, page: 1).items.first)
            #expect(item.excerpt.filter(\.isMatch).map(\.text) == ["shadowing"])
            #expect(item.title == "How do I become a supervisor?")
        }
    }

    @Test("Those that hold all the words come first; where they are few, those that hold some follow")
    func allThenSome() async throws {
        try await withDesk { open in
            let both = try await open.published(
                "Which roof suits a pond?", answer: "Ask what the village has for a budget, and measure twice."
            ).id
            let one = try await open.published("Which village has a village hall, a village pond and a budget?").id
            #expect(try await open.found("village budget roof") == [both, one])
            #expect(try await open.found("hall village pond") == [one, both])
            let listing = try await open.desk.search("roof village", topic: nil, page: 1)
            #expect((listing.total, listing.holdingEveryWord) == (2, 1))
            #expect(Set(try await open.found("roof hall")) == [both, one])
            #expect(try await open.found("roof hall submarine").count == 2)
            #expect(try await open.found("submarine").isEmpty)
        }
    }

    @Test("A topic narrows the search, and any-words are asked within it")
    func topics() async throws {
        try await withDesk { open in
            let career = try await open.published("Which budget suits a career break?").id
            let firm = try await open.published("Which budget suits a bakery?", topic: "small-business").id
            #expect(Set(try await open.found("budget")) == [career, firm])
            #expect(try await open.found("budget", topic: "small-business") == [firm])
            #expect(try await open.found("career budget", topic: "small-business") == [firm])
            #expect(try await open.found("budget", topic: "no-such-topic").isEmpty)
        }
    }

    @Test(
        "Nothing typed makes a search fail",
        arguments: [
            "", " ", "c++", "can't", "\"unbalanced", "a AND", "AND", "NOT", "NEAR(", "a OR", "tag:x') AND",
            "question:x",
            "-answer", "*", "wild*", "^a", "{question answer}: x", String(repeating: "(", count: 10_240),
            String(repeating: "a ", count: 5_120), String(repeating: "é", count: 10_240), "nul\u{0}nul", "\u{0}",
            "👩🏽‍🚀", "a👩‍🚀b", "'", "''", "%", "\\", "; DROP TABLE published", "\u{202E}x", "\u{FFFD}",
        ])
    func hostile(typed: String) async throws {
        try await withDesk { open in
            try await open.published("Can't I learn C++ at work, and how?")
            for topic in [nil, "careers", typed] {
                let listing = try await open.desk.search(typed, topic: topic, page: 1)
                #expect(listing.items.count == listing.total)
            }
            #expect(try await open.desk.browse(topic: typed, page: 1).total == 0)
        }
    }

    @Test("An excerpt never shows a mark that was typed")
    func marks() async throws {
        try await withDesk { open in
            _ = try await open.published("How do I learn brackets and braces at work?")
            let item = try #require(try await open.desk.search("braces", topic: nil, page: 1).items.first)
            #expect(item.excerpt.filter(\.isMatch).map(\.text) == ["braces"])
            #expect(!item.excerpt.contains { $0.text.contains("\u{2}") || $0.text.contains("\u{3}") })
        }
    }
}
