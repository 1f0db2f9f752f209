import Foundation
import Members
import Questions
import Storage
import Testing
import Website

struct AppealTests {
    /// Asks, and has the moderator decline it.
    private func declined(_ test: TestSite) async throws -> (Browser, receipt: String, ID<Question>) {
        let asker = test.browser()
        let receipt = try await asker.ask("Would you paint the meeting room green or blue?")
        let id = try #require(try await test.queue().first?.id)
        try await test.site.desk.decline(
            id, reason: "Ask a painter, who will know.", version: 1, by: test.cast.moderator.id)
        try await asker.open("/receipt")
        asker.fill("receipt", receipt)
        try await asker.press("Show my question")
        return (asker, receipt, id)
    }

    @Test func `an asker appeals, another moderator decides anew, and the one who declined cannot`() async throws {
        try await withSite { test in
            let (asker, receipt, id) = try await declined(test)
            #expect(asker.page.text.contains("You can appeal once, until 30 October 2026"))
            #expect(!asker.page.text.contains("There is one moderator just now"))
            asker.fill("appeal", "Why.")
            try await asker.press("Appeal")
            #expect(asker.status == 422)
            #expect(asker.page.error(of: "appeal") == "Say in 10 to 2,000 characters why it should be answered.")
            asker.fill("appeal", "It is about how a <room> makes people speak.")
            try await asker.press("Appeal")
            #expect(asker.page.text.contains("This goes to the desk with the next batch: your appeal"))
            try await test.batch()
            try await asker.post("/receipt", [("receipt", receipt)])
            #expect(asker.page.text.contains("You have appealed. Another moderator reads it next"))

            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("Appeal Received Careers"))
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("It is about how a <room> makes people speak."))
            #expect(moderator.page.text.contains("You declined this question, so you decide nothing more about it"))
            #expect(!moderator.page.text.contains("Just now nobody else moderates."))
            for button in ["Decline", "Approve", "Mark as urgent", "Hide these words"] {
                #expect(!moderator.page.forms.contains { $0.has(button: button) }, "\(button)")
            }
            let version = try #require(try await test.site.desk.question(id, for: test.cast.moderator.id)).version
            try await moderator.post(
                "/desk/\(id)/refusal", [("version", "\(version)"), ("reason", "It is still paint.")])
            #expect(moderator.status == 422)
            #expect(moderator.page.text.contains("its asker appeals, so another moderator decides."))

            let other = try await test.browser(of: test.cast.both)
            try await other.open("/desk/\(id)")
            #expect(other.page.text.contains("You decide anew. If you decline it too, that is final."))
            other.fill("reason", "It is still about paint, I think.")
            try await other.press("Decline")
            try await asker.post("/receipt", [("receipt", receipt)])
            #expect(asker.page.text.contains("a second moderator has decided. That is final."))
            #expect(!asker.page.forms.contains { $0.has(button: "Appeal") })
        }
    }

    @Test func `with nobody else to decide, the asker is told before, and the moderator what to do`() async throws {
        try await withSite { test in
            try await test.site.directory.set(roles: [.member, .expert], of: test.cast.both.id)
            let (asker, _, id) = try await declined(test)
            #expect(asker.page.text.contains("There is one moderator just now, so it may have to wait"))
            asker.fill("appeal", "It is about how a room makes people speak.")
            try await asker.press("Appeal")
            try await test.batch()
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Just now nobody else moderates. An administrator can give the role"))
        }
    }
}
