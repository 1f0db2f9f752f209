import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct LeaseTests {
    @Test func `whoever looks at a question is named in the queue and to who opens it next`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let (first, second) = (
                try await test.browser(of: test.cast.moderator), try await test.browser(of: test.cast.both)
            )
            try await first.open("/desk/\(id)")
            #expect(first.page.text.contains("You have it open. Until 12:10 UTC others see that you do."))
            try await second.open("/desk")
            #expect(second.page.text.contains("Mo Moderator is looking at it"))
            try await second.open("/desk/\(id)")
            #expect(second.page.text.contains("Mo Moderator is looking at it, until 12:10 UTC at the latest."))
            test.world.advance(minutes: 10)
            try await second.open("/desk")
            #expect(!second.page.text.contains("is looking at it"))
        }
    }

    @Test func `it ends with the button, with signing out, and with the page that closes`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let (first, second) = (
                try await test.browser(of: test.cast.moderator), try await test.browser(of: test.cast.both)
            )
            func isSeen() async throws -> Bool {
                try await second.open("/desk")
                return second.page.text.contains("is looking at it")
            }
            try await first.open("/desk/\(id)")
            #expect(try await isSeen())
            try await first.press("Leave it")
            #expect(first.page.text.contains("You left it."))
            #expect(try await !isSeen())

            try await first.open("/desk/\(id)")
            let opening = try #require(first.page.html.firstMatch(of: /data-lease="([^"]*)"/)?.1)
            let reply = try await first.request("POST", "/desk/\(id)/lease/delete", body: "opening=\(opening)")
            #expect(reply.status == 204)
            #expect(try await !isSeen())

            try await first.open("/desk/\(id)")
            #expect(try await isSeen())
            try await first.press("Sign out")
            #expect(try await !isSeen())
        }
    }

    @Test func `a lease that ran out loses nothing: the act counts, or says what the other did`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let (first, second) = (
                try await test.browser(of: test.cast.moderator), try await test.browser(of: test.cast.both)
            )
            try await first.open("/desk/\(id)")
            test.world.advance(minutes: 11)
            try await second.open("/desk/\(id)")
            second.fill("words", "manager")
            second.fill("kind", "employer")
            try await second.press("Hide these words")
            first.fill("changes", "Please tell us how large your team is.")
            try await first.press("Ask for changes")
            #expect(first.status == 409)
            #expect(
                first.page.text.contains(
                    "Since you opened it Bea Both: redacted – “employer” Bea Both has it open now."))
            #expect(first.page.forms.contains { $0.value("changes") == "Please tell us how large your team is." })
            try await first.press("Ask for changes")
            #expect(first.page.text.contains("The asker will see at their receipt what you ask for."))
        }
    }
}
