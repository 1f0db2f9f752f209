import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct WorkQueueTests {
    private static let texts = [
        "How do I tell my manager that I want to leave?", "What does a first employee cost in the first year?",
    ]

    @Test func `a link of the queue leads to what it counts`() async throws {
        try await withSite { test in
            _ = try await test.browser().ask(Self.texts[0])
            _ = try await test.browser().ask(Self.texts[1], topic: "small-business")
            _ = try await test.queue()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("2 questions"))
            try await moderator.follow("Small business 1")
            #expect(moderator.page.text.contains("1 question"))
            #expect(moderator.page.text.contains(Self.texts[1]) && !moderator.page.text.contains(Self.texts[0]))
            try await moderator.follow("To release 0")
            #expect(moderator.page.text.contains("Nothing waits here."))
        }
    }

    @Test func `what is urgent stands first, on every page of the desk`() async throws {
        try await withSite { test in
            let first = try await test.waitingQuestion(Self.texts[0])
            test.world.advance(days: 2)
            let late = try await test.waitingQuestion(Self.texts[1])
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(late)")
            try await moderator.press("Mark as urgent")
            #expect(moderator.page.text.contains("Marked urgent: it stands first in the queue."))
            for path in ["/desk", "/desk/\(first)"] {
                try await moderator.open(path)
                let html = moderator.page.html
                let (ours, other) = (
                    html.range(of: "href=\"/desk/\(late)\""), html.range(of: "href=\"/desk/\(first)\"")
                )
                #expect(try #require(ours).lowerBound < #require(other).lowerBound, "\(path)")
            }
            try await moderator.open("/desk/\(late)")
            try await moderator.press("Take the urgent mark away")
            #expect(moderator.page.text.contains("It is not urgent any more."))
        }
    }

    @Test func `copies stand under one another and can be declined as duplicates`() async throws {
        try await withSite { test in
            let receipt = try await test.browser().ask(Self.texts[0])
            _ = try await test.browser().ask(Self.texts[0] + " Soon.")
            let waiting = try await test.queue()
            let copy = try #require(waiting.first { $0.text == Self.texts[0] })
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("2 much alike"))
            try await moderator.follow("All of these in one list")
            #expect(moderator.page.text.contains("2 questions"))
            #expect(!moderator.page.text.contains("much alike"))
            try await moderator.open("/desk/\(copy.id)")
            #expect(moderator.page.text.contains("Another is much like it"))
            try await moderator.press("Decline this one as a duplicate")
            #expect(moderator.page.text.contains("Declined."))
            #expect(!moderator.page.text.contains("much alike"))
            let asker = test.browser()
            try await asker.open("/receipt")
            asker.fill("receipt", receipt)
            try await asker.press("Show my question")
            #expect(asker.page.text.contains("The same question, or one very much like it, is with us already."))
        }
    }

    @Test func `a thousand waiting questions come a page at a time`() async throws {
        try await withSite { test in
            let topics = try await test.site.desk.topics()
            for number in 1...1_000 {
                let text = (1...8).map { "word\(number)x\($0)" }.joined(separator: " ") + "?"
                let draft = try Question.Draft(topic: "careers", text: text, agreed: true, topics: topics)
                _ = try await test.site.desk.ask(draft, receipt: Receipt(from: test.world.world))
            }
            try await test.batch()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("1000 questions"))
            #expect(moderator.page.text.contains("Page 1 of 20"))
            #expect(moderator.page.html.matches(of: /<li class="waiting">/).count == 50)
            try await moderator.follow("Next")
            #expect(moderator.page.text.contains("Page 2 of 20"))
        }
    }
}
