import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

/// What a moderator does to several questions at once.
struct SelectionTests {
    private static let texts = [
        "How do I tell my manager that I want to leave?", "What does a first employee cost in the first year?",
        "Which supervisor would suit someone new to coaching?",
    ]

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
        ("decline", "reason", "Write a reason of 10 to 1,000 characters. The asker will read it."),
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

    @Test(arguments: [
        ("decline", "Ask your own accountant, please.", "Ask your own accountant, please."),
        ("duplicate", "", "The same question, or one very much like it, is with us already."),
        ("duplicate", "We answer it on Monday.", "We answer it on Monday."),
    ])
    func `whoever declines several says why from the administrators' list, and each asker reads it with the sentence`(
        act: String, typed: String, read: String
    ) async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask(Self.texts[1])
            let id = try #require(try await test.queue().first).id
            try await test.site.desk.add(try Reason.Draft("Better asked of your own accountant"))
            let reason = try #require(try await test.site.desk.reasons().last)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            moderator.tick("item", "\(id):1")
            moderator.fill("act", act)
            moderator.fill("because", reason.id.description)
            moderator.fill("reason", typed)
            try await moderator.press("Do it to those selected")
            #expect(moderator.page.title.hasPrefix("1 of 1 done"))
            let standing = try await test.site.desk.standing(of: Receipt(receipt))
            guard case .declined(let said) = try #require(standing).step else {
                Issue.record("not declined")
                return
            }
            #expect(said.hasPrefix("Better asked of your own accountant\n\(read)"))
        }
    }

    @Test func `a reason that was retired while the queue was open is refused, and what was typed stays`()
        async throws
    {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            let reason = try #require(try await test.site.desk.reasons().first)
            _ = try await test.site.desk.retire(reason.id)
            moderator.tick("item", "\(id):1")
            moderator.fill("act", "decline")
            moderator.fill("because", reason.id.description)
            moderator.fill("reason", "Ask your own accountant, please.")
            try await moderator.press("Do it to those selected")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "because") == "This reason is not on the list any more. Choose another.")
            let form = try #require(moderator.page.forms.first { $0.has(button: "Do it to those selected") })
            #expect(form.value("reason") == "Ask your own accountant, please.")
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
}
