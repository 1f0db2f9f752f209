import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct RoutingTests {
    @Test func `a moderator sees who fits and why, and chooses`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Elin Expert fit 100 of 100 Answers Careers"))
            moderator.fill("expert", test.cast.both.id.description)
            try await moderator.press("Approve and give")
            #expect(moderator.page.text.contains("Given to the expert."))
            #expect(moderator.page.text.contains("Has it now. Answers Careers"))
        }
    }

    @Test func `whom the question does not fit is folded away, and where it fits nobody that is said`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            for person in [test.cast.expert.id, test.cast.both.id] {
                try await moderator.open("/desk/\(id)")
                #expect(!moderator.page.text.contains("It fits no expert’s topics."))
                let profile = try Expert.Profile(headline: "Knows other things", about: "", topics: [])
                try await test.site.desk.save(profile, of: person)
            }
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("It fits no expert’s topics."))
            #expect(moderator.page.html.contains("<details open>\n<summary>More experts</summary>"))
            moderator.fill("expert", test.cast.both.id.description)
            try await moderator.press("Approve and give")
            #expect(moderator.page.text.contains("Given to the expert."))
        }
    }

    @Test func `a choice that is refused stays chosen`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            try await test.site.desk.assign(id, to: test.cast.both.id, version: 1, by: test.cast.moderator.id)
            moderator.fill("expert", test.cast.expert.id.description)
            try await moderator.press("Approve and give")
            #expect(moderator.status == 409)
            #expect(moderator.page.forms.contains { $0.value("expert") == test.cast.expert.id.description })
        }
    }

    @Test func `with automatic routing a question that is approved without a choice finds its expert`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/routing")
            administrator.fill("automatic", "yes")
            administrator.fill("days-to-accept", "none")
            try await administrator.press("Save the routing")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "days-to-accept") == "Write a number of days from 1 to 60.")
            administrator.fill("days-to-accept", "5")
            try await administrator.press("Save the routing")
            #expect(administrator.page.text.contains("Saved."))
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Choose nobody, and the desk gives it to the first who is free."))
            try await moderator.press("Approve and give")
            #expect(moderator.page.text.contains("Given to the expert."))
            #expect(moderator.page.text.contains(": was given it automatically"))
        }
    }

    @Test func `an expert accepts, and reads until when an answer is awaited`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert")
            #expect(expert.page.text.contains("Accept or decline it by 18 September 2026."))
            try await expert.open("/expert/\(id)")
            try await expert.press("Accept this question")
            #expect(expert.page.text.contains("You have taken it on."))
            #expect(expert.page.text.contains("Answer it by 25 September 2026."))
            #expect(!expert.page.forms.contains { $0.action.hasSuffix("/acceptance") })
        }
    }

    @Test func `days away are written down, shown to moderators without a reason, and taken out again`() async throws {
        try await withSite { test in
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert")
            try await expert.follow("When you are away")
            expert.fill("first", "2026-09-10")
            expert.fill("last", "2026-09-01")
            try await expert.press("Add these days")
            #expect(expert.status == 422)
            #expect(expert.page.forms.contains { $0.value("last") == "2026-09-01" })
            expert.fill("last", "2026-09-20")
            try await expert.press("Add these days")
            #expect(expert.page.text.contains("10 September 2026 to 20 September 2026"))
            let id = try await test.waitingQuestion()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Elin Expert fit 100 of 100 Away until 20 September 2026"))
            try await moderator.open("/desk/experts")
            #expect(moderator.page.text.contains("Elin Expert Careers 0 0 until 20 September 2026"))
            try await expert.press("Remove")
            #expect(expert.page.text.contains("No days are written down."))
        }
    }

    @Test func `names an expert is too close to come back when one is refused, and are kept`() async throws {
        try await withSite { test in
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/availability")
            expert.fill("conflicts", "x\nAcme & Sons")
            try await expert.press("Save the names")
            #expect(expert.status == 422)
            #expect(expert.page.forms.contains { $0.value("conflicts") == "x\nAcme & Sons" })
            expert.fill("conflicts", "Acme & Sons")
            try await expert.press("Save the names")
            #expect(expert.page.forms.contains { $0.value("conflicts") == "Acme & Sons" })
        }
    }

    @Test func `a moderator hands over everything somebody holds, and reads where it went`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            try await moderator.follow("Experts at work")
            #expect(moderator.page.text.contains("Elin Expert Careers 1 1 –"))
            try await moderator.press("To the next candidates")
            #expect(moderator.page.title.hasPrefix("Handed over from Elin Expert"))
            #expect(moderator.page.link("How do I tell my manager") == "/desk/\(id)")
            #expect(moderator.page.text.contains("Careers Bea Both"))
        }
    }

    @Test func `an administrator who takes the role of expert away reads where its work went, but no question`()
        async throws
    {
        try await withSite { test in
            let id = try await test.assigned()
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.post(
                "/admin/members/\(test.cast.expert.id)/roles", [("roles", "member")])
            #expect(administrator.page.text.contains("A question Careers back to the queue"))
            #expect(!administrator.page.text.contains("manager"))
            let queue = try await test.queue()
            #expect(queue.first { $0.id == id }?.step == .received)
        }
    }

    @Test func `an administrator gives a topic words, and they route`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/topics")
            #expect(administrator.page.link("Words that point to it") == "/admin/topics/careers")
            try await administrator.open("/admin/topics/small-business")
            administrator.fill("words", String(repeating: "n", count: 61))
            try await administrator.press("Save the words")
            #expect(administrator.status == 422)
            administrator.fill("words", "overdraft*, invoice")
            try await administrator.press("Save the words")
            #expect(administrator.page.text.contains("Saved."))
            let first = try await test.site.desk.specialties(for: "An overdraft, what now?").first
            #expect(first?.topic.slug == "small-business")
            #expect(first?.words == ["overdraft"])
        }
    }

    @Test func `what came back twice is marked in the queue`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            test.world.advance(days: 4)
            try await test.site.desk.returnOverdue()
            let version = try #require(try await test.site.desk.question(id, for: test.cast.moderator.id)).version
            try await test.site.desk.assign(id, to: test.cast.both.id, version: version, by: test.cast.moderator.id)
            test.world.advance(days: 4)
            try await test.site.desk.returnOverdue()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("Came back twice Received Careers · 8 days"))
        }
    }
}
