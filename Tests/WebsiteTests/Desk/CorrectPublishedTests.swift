import Foundation
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

struct CorrectPublishedTests {
    @Test func `a page that is taken down answers 410 with the reason and is gone everywhere else`() async throws {
        try await withSite { test in
            let id = try await test.publish("May I keep a heliotrope here?", "A pelargonium is wiser, I think.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/questions/\(id)")
            try await moderator.follow("Correct or take down")
            moderator.fill("reason", "No")
            try await moderator.press("Take it down for good")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "reason") == "Write 10 to 500 characters. Every reader will see them.")
            moderator.fill("reason", "Somebody could be <known> by it.")
            try await moderator.press("Take it down for good")
            #expect(moderator.path.hasPrefix("/questions?"))
            let reader = test.browser()
            let reply = try await reader.request("GET", "/questions/\(id)")
            #expect(reply.status == 410)
            #expect(reply.page.text.contains("Somebody could be <known> by it."))
            #expect(reply.page.text.contains("A moderator took it down in September 2026."))
            for path in [
                "/questions", "/questions?q=heliotrope", "/questions?topic=careers", "/questions/feed.atom",
                "/questions/index.json", "/sitemaps/questions-1.xml", "/", "/questions/\(id)",
            ] {
                let text = try await reader.request("GET", path).text
                #expect(!text.contains("pelargonium") && !text.contains("keep a heliotrope"), "\(path)")
                #expect(path.hasSuffix("\(id)") || !text.contains(id.description), "\(path)")
            }
            #expect(try await moderator.request("GET", "/desk/published/\(id)").status == 404)
            try await moderator.open("/desk/history")
            #expect(moderator.page.text.contains("took down Somebody could be <known> by it."))
        }
    }

    @Test func `a newer page takes the place of an older one, and each leads to the other`() async throws {
        try await withSite { test in
            let old = try await test.publish("What does a first client pay?", "Less than you think, at first.")
            let new = try await test.publish("What does a first client pay today?", "More than you think, by now.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/published/\(old)")
            moderator.fill("successor", "not an address")
            try await moderator.press("Save the successor")
            #expect(moderator.status == 409)
            #expect(moderator.page.error(of: "successor")?.hasPrefix("Give the address of another") == true)
            moderator.fill("successor", "\(test.address)/questions/\(new)?done=x")
            try await moderator.press("Save the successor")
            let reader = test.browser()
            try await reader.open("/questions/\(old)")
            #expect(
                reader.page.text.contains(
                    "A newer answer takes the place of this one: What does a first client pay today?"))
            try await reader.follow("What does a first client pay today?")
            #expect(
                reader.page.text.contains("This takes the place of an earlier answer: What does a first client pay?"))
            try await moderator.press("It stands again")
            try await reader.open("/questions/\(old)")
            #expect(!reader.page.text.contains("takes the place"))
        }
    }

    @Test func `a correction is shown with its note and month, and an author does not correct their own answer`()
        async throws
    {
        try await withSite { test in
            let id = try await test.publish("What does a first client pay?", "Seven pounds, I would say.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/published/\(id)")
            try await moderator.follow("Elin Expert")
            #expect(moderator.page.forms.contains { $0.value("text") == "Seven pounds, I would say." })
            moderator.fill("text", "Eight pounds, I would say.")
            try await moderator.press("Correct it")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "note") != nil)
            #expect(moderator.page.forms.contains { $0.value("text") == "Eight pounds, I would say." })
            moderator.fill("note", "The sum was a pound too low.")
            try await moderator.press("Correct it")
            #expect(moderator.path == "/questions/\(id)?done=corrected")
            #expect(moderator.page.text.contains("Eight pounds, I would say."))
            #expect(moderator.page.text.contains("Corrected in September 2026: The sum was a pound too low."))
            let author = test.cast.expert
            try await test.site.directory.set(roles: [.member, .expert, .moderator], of: author.id)
            let expert = try await test.browser(of: author)
            try await expert.open("/desk/published/\(id)")
            #expect(expert.page.text.contains("you wrote it, so another moderator corrects it."))
            #expect(try await expert.request("GET", "/desk/published/\(id)/answers/\(author.id)").status == 403)
        }
    }

    @Test func `once the day for reading it again has passed, an answer says so`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("text", "The rate is twenty per cent this year.")
            expert.fill("sources", "HMRC rates https://www.gov.uk/rates")
            expert.fill("review", "2026-12")
            try await expert.press("Send the answer")
            try await test.release(id)
            let reader = test.browser()
            try await reader.open("/questions/\(id)")
            #expect(reader.page.text.contains("To be reviewed by December 2026."))
            #expect(reader.page.link("HMRC rates") == "/away?to=https%3A%2F%2Fwww.gov.uk%2Frates")
            test.world.advance(days: 107)
            try await reader.open("/questions/\(id)")
            #expect(!reader.page.text.contains("Some of it may no longer hold."))
            test.world.advance(days: 1)
            try await reader.open("/questions/\(id)")
            #expect(
                reader.page.text.contains(
                    "This answer was to be reviewed by December 2026. Some of it may no longer hold."))
        }
    }
}
