import Foundation
import Questions
import TestSupport
import Testing
import Website

struct SearchQuestionsTests {
    @Test func `a slip, a phrase and a word to leave out are understood, and the page says what it did`() async throws {
        try await withSite { test in
            try await test.publish("How do I price my first workshop?", "Start from what an hour costs you.")
            try await test.publish("Is a workshop the first price I pay?", "Ask for a shorter one first.")
            let reader = test.browser()
            try await reader.open("/questions?q=workshp")
            #expect(reader.page.text.contains("these are about workshop"))
            #expect(reader.page.html.contains("<mark>workshop</mark>"))
            try await reader.follow("Search for workshp as typed")
            #expect(reader.page.text.contains("0 questions found"))

            try await reader.open("/questions")
            reader.fill("q", "\"first workshop\"")
            try await reader.press("Search")
            #expect(reader.page.text.contains("1 question found"))
            #expect(reader.page.link("How do I price my first workshop?") != nil)

            try await reader.open("/questions?q=workshop+-costs")
            #expect(reader.page.text.contains("1 question found"))
            #expect(reader.page.link("Is a workshop the first price I pay?") != nil)

            try await reader.open("/questions?q=%22workshop+hour%22")
            #expect(reader.page.text.contains("Nothing has the words in quotes side by side"))
            try await reader.open("/questions?q=price+hour")
            #expect(reader.page.text.contains("2 questions found, 1 with every word"))
        }
    }

    @Test func `what was taken down is found no more by the next search, nor offered for a slip`() async throws {
        try await withSite { test in
            let id = try await test.publish("Who knows about heliotropes?", "Ask Zebulon, who has done this for years.")
            try await test.publish("Who knows about pelicans?", "Whoever has fed one for a year or two.")
            let reader = test.browser()
            try await reader.open("/questions?q=Zebulon")
            #expect(reader.page.text.contains("1 question found"))
            let version = try #require(try await test.site.desk.published(id)).version
            try await test.site.desk.takeDown(
                id, reason: try PublicNote("It names somebody.", field: "reason"), version: version,
                by: test.cast.moderator.id)
            for typed in ["Zebulon", "Zebulun", "heliotrope"] {
                try await reader.open("/questions?q=\(typed)")
                #expect(reader.page.text.contains("0 questions found"), "\(typed)")
                #expect(!reader.page.text.contains("these are about"))
            }
        }
    }
}
