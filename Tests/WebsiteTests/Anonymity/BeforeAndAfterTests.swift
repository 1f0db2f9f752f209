import Questions
import Storage
import TestSupport
import Testing
import Website

/// What somebody who looks at every page can see of one ask.
struct BeforeAndAfterTests {
    @Test func `until the next batch one ask changes no page for anybody, the desk and the asker included`()
        async throws
    {
        try await withSite { test in
            try await test.letMembersAsk()
            try await test.publish("May I leave before the year is over?", "You may, with notice.")
            let site = try await WholeSite(test)
            let asker = try #require(site.browser(of: test.cast.member))
            let tokens = try await AskingClient(at: test, seed: 100).draw(in: asker)
            let before = try await site.pages()
            _ = try await AskingClient(at: test, seed: 200).ask(
                "How do I tell my manager that I want to leave?", spending: try #require(tokens.first),
                in: test.browser())
            let after = try await site.pages()
            #expect(before.count > 150)
            for (page, text) in before { #expect(after[page] == text, "\(page)") }
        }
    }

    @Test func `after the batch only those who work at the desk see a difference`() async throws {
        try await withSite { test in
            try await test.letMembersAsk()
            let site = try await WholeSite(test)
            let before = try await site.pages()
            _ = try await test.site.desk.ask(
                Question.Draft(
                    topic: "careers", text: "How do I tell my manager that I want to leave?", agreed: true,
                    topics: try await test.site.desk.topics()), receipt: Receipt(from: test.world.world))
            try await test.batch()
            let after = try await site.pages()
            let changed = before.keys.filter { before[$0] != after[$0] }.sorted()
            #expect(
                changed == [
                    "Bea Both /desk", "Bea Both /desk/dashboard", "Mo Moderator /desk", "Mo Moderator /desk/dashboard",
                ])
        }
    }
}
