import Foundation
import LearningSpace
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

struct DecideReportsTests {
    private func publish(_ test: TestSite) async throws -> ID<Question> {
        try await test.publish("Is there a way back after ten years?", "There is, and many have gone it.")
    }

    @Test func `a member reports an answer, a moderator marks it, and the history tells who decided`() async throws {
        try await withSite { test in
            let id = try await publish(test)
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/questions/\(id)")
            try await member.follow("Report this page")
            try await member.press("Send the report")
            #expect(member.status == 422)
            #expect(member.page.error(of: "reason") == "Choose what is wrong with it.")
            member.fill("reason", "wrong")
            member.fill("words", "Nobody <ever> came back.")
            try await member.press("Send the report")
            #expect(member.path.hasPrefix("/questions/\(id)"))
            #expect(member.page.text.contains("Thank you. A moderator will look at it."))

            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk")
            try await moderator.follow("Reports 1")
            #expect(moderator.page.text.contains("The answer of Elin Expert"))
            #expect(moderator.page.text.contains("There is, and many have gone it."))
            #expect(moderator.page.text.contains("It is wrong, or could do harm Nobody <ever> came back."))
            #expect(!moderator.page.text.contains("Mara Member"))
            moderator.fill("note", "Check the figures.")
            try await moderator.press("Mark it for take-down")
            #expect(moderator.page.text.contains("To be taken down"))
            #expect(moderator.page.link("Is there a way back") == "/questions/\(id)")
            try await moderator.open("/desk/history")
            #expect(moderator.page.text.contains("Mo Moderator marked for take-down Check the figures."))
            #expect(!moderator.page.text.contains("Mara Member"))
        }
    }

    @Test func `who wrote an answer does not decide on it, and what was decided meanwhile is said`() async throws {
        try await withSite { test in
            let id = try await publish(test)
            let draft = try Report.Draft(subject: .answer(by: test.cast.expert.id), reason: "unkind", words: "")
            _ = try await test.site.desk.report(draft, on: id)
            try await test.site.directory.set(roles: [.member, .expert, .moderator], of: test.cast.expert.id)
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/desk/reports")
            #expect(expert.page.text.contains("You wrote this, so another moderator has to decide."))
            #expect(!expert.page.forms.contains { $0.has(button: "Dismiss") })

            let (one, other) = (
                try await test.browser(of: test.cast.moderator), try await test.browser(of: test.cast.both)
            )
            try await one.open("/desk/reports")
            try await other.open("/desk/reports")
            try await one.press("Dismiss")
            #expect(one.page.text.contains("Dismissed, and written down in the history."))
            #expect(one.page.text.contains("Nothing is reported"))
            try await other.press("Dismiss")
            #expect(other.status == 409)
            #expect(other.page.text.contains("Somebody has decided on this meanwhile."))
        }
    }

    @Test func `a reported comment is read without the reflection, and removed for everybody`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening of rain", learn: "It rained on us.")
            owner.tick("stage", "learn")
            owner.fill("audience", "everyone")
            try await owner.press("Share")
            let peer = try await test.browser(of: test.cast.stranger)
            let shared = page.replacing("/space/reflections/", with: "/shared/")
            try await peer.open(shared)
            peer.fill("body", "You deserved to get wet.")
            try await peer.press("Send the comment")
            #expect(peer.page.link("Report") == nil, "nobody reports themselves")
            try await owner.open(page)
            try await owner.follow("Report what Stefan Stranger says")
            owner.fill("reason", "other")
            try await owner.press("Send the report")
            #expect(owner.page.error(of: "words") == "Say in a few words what it is.")
            owner.fill("reason", "unkind")
            try await owner.press("Send the report")
            #expect(owner.page.text.contains("Thank you. A moderator will look at it."))

            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/reports")
            #expect(moderator.page.text.contains("A comment of Stefan Stranger You deserved to get wet."))
            #expect(!moderator.page.text.contains("An evening of rain"))
            #expect(!moderator.page.text.contains("Mara Member"))
            try await moderator.press("Remove the comment")
            #expect(moderator.page.text.contains("The comment is removed."))
            try await owner.open(page)
            #expect(owner.page.text.contains("Removed by a moderator."))
            #expect(!owner.page.text.contains("You deserved to get wet."))
            try await moderator.open("/desk/history")
            #expect(moderator.page.text.contains("Mo Moderator removed a comment"))
        }
    }

    @Test func `after ten reports in a day a member waits, and what was typed comes back`() async throws {
        try await withSite { test in
            let id = try await publish(test)
            let member = try await test.browser(of: test.cast.member)
            for number in 1...11 {
                try await member.open("/questions/\(id)/report")
                member.fill("reason", "other")
                member.fill("words", "Reason number \(number).")
                try await member.press("Send the report")
                #expect(member.status == (number > 10 ? 429 : 200))
            }
            #expect(member.page.error(of: "reason")?.hasPrefix("You have sent ten reports today.") == true)
            #expect(member.page.text.contains("Reason number 11."))
            test.world.advance(days: 1)
            try await member.press("Send the report")
            #expect(member.status == 200)
        }
    }
}
