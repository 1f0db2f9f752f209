import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct WorkQueueTests {
    private static let texts = [
        "How do I tell my manager that I want to leave?", "What does a first employee cost in the first year?",
        "Which supervisor would suit someone new to coaching?",
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

    @Test func `several are given to an expert at once, each on its own version, and the page says which were not`()
        async throws
    {
        try await withSite { test in
            var ids: [ID<Question>] = []
            for text in Self.texts { ids.append(try await test.waitingQuestion(text)) }
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            let other = test.cast.both.id
            try await test.site.desk.decline(ids[1], reason: "Not for this desk.", version: 1, by: other)
            try await test.site.desk.redact("coaching", as: .employer, in: ids[2], version: 1, by: other)
            for id in ids { moderator.tick("item", "\(id):1") }
            moderator.fill("act", "assign")
            moderator.fill("expert", test.cast.expert.id.description)
            moderator.fill("reason", "Typed and not meant for this.")
            try await moderator.press("Do it to those selected")
            let words = moderator.page.text
            #expect(moderator.page.title.hasPrefix("1 of 3 done"))
            #expect(words.contains("Given to Elin Expert How do I tell my manager"))
            #expect(
                words.contains("This question is no longer open for that. Bea Both: declined – “Not for this desk.”"))
            #expect(words.contains("This question changed a moment ago."))
            #expect(words.contains("Bea Both: redacted – “employer”"))
            // What was typed is still there, and those that can be are ticked on the version that stands there now.
            let form = try #require(moderator.page.forms.first { $0.has(button: "Do it to those selected") })
            #expect(form.value("item") == "\(ids[2]):2")
            #expect(form.value("reason") == "Typed and not meant for this.")
            #expect(form.value("expert") == test.cast.expert.id.description)
            try await moderator.press("Do it to those selected")
            #expect(moderator.page.title.hasPrefix("1 of 1 done"))
            #expect(try await test.site.desk.assigned(to: test.cast.expert.id).count == 2)
        }
    }

    @Test(arguments: [
        ("decline", "reason", "Write a reason of 10 to 1,000 characters. The askers will read it."),
        ("assign", "expert", "Choose the expert who should answer."), ("", "act", "Choose what to do with them."),
    ])
    func `what is missing for all of them is said once, and the ticks stay`(
        act: String, field: String, sentence: String
    ) async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk?step=to-review")
            moderator.tick("item", "\(id):1")
            if !act.isEmpty { moderator.fill("act", act) }
            moderator.fill("reason", "Too short")
            try await moderator.press("Do it to those selected")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: field) == sentence)
            let form = try #require(moderator.page.forms.first { $0.has(button: "Do it to those selected") })
            #expect(form.value("item") == "\(id):1")
            #expect(form.value("reason") == "Too short")
            #expect(form.value("step") == "to-review")
        }
    }

    @Test func `with nothing ticked nothing is done, and the page says so`() async throws {
        try await withSite { test in
            _ = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            moderator.fill("act", "urgent")
            try await moderator.press("Do it to those selected")
            #expect(moderator.status == 422)
            #expect(moderator.page.text.contains("Select at least one question."))
        }
    }

    @Test func `of eight moderators who give the same questions away at once, each question has one`() async throws {
        try await withSite { test in
            for number in 1...40 {
                let text = "Question \(number)x: what is it that I should ask, number \(number)?"
                let draft = try Question.Draft(
                    topic: "careers", text: text, agreed: true, topics: try await test.site.desk.topics())
                _ = try await test.site.desk.ask(draft, receipt: Receipt(from: test.world.world))
            }
            let items = try await test.queue().map { ("item", "\($0.id):\($0.version)") }
            var browsers: [Browser] = []
            for place in 0..<8 {
                browsers.append(try await test.browser(of: place % 2 == 0 ? test.cast.moderator : test.cast.both))
            }
            let fields = items + [("act", "assign"), ("expert", test.cast.expert.id.description)]
            let body = Document.Form.encoded(fields)
            let cookies = browsers.map(\.cookies)
            let titles = try await withThrowingTaskGroup(of: String.self) { group in
                for cookie in cookies {
                    group.addTask {
                        let reply = try await Browser(at: test.address).request(
                            "POST", "/desk/selection", body: body,
                            headers: ["Cookie": cookie.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")])
                        return reply.page.title
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let done = titles.compactMap { Int($0.prefix { $0.isNumber }) }
            #expect(done.count == 8)
            #expect(done.reduce(0, +) == 40)
            #expect(try await test.site.desk.assigned(to: test.cast.expert.id).count == 40)
            #expect(try await test.site.desk.history(for: test.cast.moderator.id).count == 40)
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
