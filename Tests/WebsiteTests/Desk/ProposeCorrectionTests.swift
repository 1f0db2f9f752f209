import Foundation
import Questions
import Storage
import Testing
import Website

struct ProposeCorrectionTests {
    @Test func `an expert proposes a correction, another person reads it, and then readers do`() async throws {
        try await withSite { test in
            let id = try await test.publish("What does a first client pay?", "Less than you think, at first.")
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/questions/\(id)")
            try await expert.follow("Correct your answer")
            expert.fill("text", "More than you think, by now.")
            try await expert.press("Send it to the moderators")
            #expect(expert.status == 422)
            #expect(expert.page.error(of: "note") != nil)
            #expect(expert.page.forms.contains { $0.value("text") == "More than you think, by now." })
            expert.fill("note", "The prices have risen since.")
            try await expert.press("Send it to the moderators")
            #expect(expert.page.text.contains("Your correction waits for a moderator."))
            #expect(expert.page.text.contains("Less than you think, at first."))

            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            #expect(moderator.page.text.contains("Reports 1"))
            try await moderator.open("/desk/reports")
            try await moderator.follow("What does a first client pay?")
            #expect(moderator.page.text.contains("Less than you think, at first."), "beside what readers see now")
            try await moderator.press("Correct it")
            #expect(moderator.page.text.contains("More than you think, by now."))
            #expect(moderator.page.text.contains("The prices have risen since."))
            try await moderator.open("/desk/reports")
            #expect(moderator.page.text.contains("Nothing is reported"))
        }
    }

    @Test func `a moderator leaves the answer as it is`() async throws {
        try await withSite { test in
            let id = try await test.publish("What does a first client pay?", "Less than you think, at first.")
            try await test.site.desk.propose(
                try Answer.Draft("More than you think, by now."), note: try PublicNote("It has risen.", field: "note"),
                of: id, by: test.cast.expert.id)
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/published/\(id)/answers/\(test.cast.expert.id)")
            try await moderator.press("Leave the answer as it is")
            #expect(moderator.page.text.contains("Dismissed, and written down in the history."))
            #expect(moderator.page.text.contains("Nothing is reported"))
            try await moderator.open("/questions/\(id)")
            #expect(moderator.page.text.contains("Less than you think, at first."))
        }
    }

    @Test func `nobody but its author finds the page`() async throws {
        try await withSite { test in
            let id = try await test.publish("What does a first client pay?", "Less than you think, at first.")
            let other = try await test.browser(of: test.cast.both)
            #expect(try await other.request("GET", "/expert/published/\(id)").status == 404)
            try await other.open("/questions/\(id)")
            #expect(!other.page.text.contains("Correct your answer"))
        }
    }
}
