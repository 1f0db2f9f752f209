import Foundation
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

struct DraftAnswerTests {
    @Test func `a draft is saved by its button and stands there again`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("text", "Begun & <not> done")
            expert.fill("sources", "Acas https://www.acas.org.uk")
            expert.fill("review", "2027-06")
            try await expert.press("Save the draft")
            #expect(expert.page.text.contains("Your draft is saved. Nobody else sees it."))
            let again = try await test.browser(of: test.cast.expert)
            try await again.open("/expert/\(id)")
            let form = try #require(again.page.forms.first { $0.has(button: "Save the draft") })
            #expect(form.value("text") == "Begun & <not> done")
            #expect(form.value("sources") == "Acas https://www.acas.org.uk")
            #expect(form.value("review") == "2027-06")
        }
    }

    @Test func `a script is told in JSON, and a second window why its words are not saved`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            func save(_ text: String, over draft: Int) async throws -> Reply {
                try await expert.request(
                    "POST", "/expert/\(id)/draft",
                    body: Document.Form.encoded([("text", text), ("draft", "\(draft)")]),
                    headers: ["Accept": "application/json"])
            }
            let first = try await save("In the first window", over: 0)
            #expect(first.status == 200)
            #expect(try JSON(first.data)["draft"]?.number == 1)
            let second = try await save("In the second window", over: 0)
            #expect(second.status == 409)
            #expect(try JSON(second.data)["message"]?.text?.hasPrefix("Not saved: You saved another version") == true)
        }
    }

    @Test func `where two windows disagree both texts come back, and the next save counts`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let (first, second) = (
                try await test.browser(of: test.cast.expert), try await test.browser(of: test.cast.expert)
            )
            try await first.open("/expert/\(id)")
            try await second.open("/expert/\(id)")
            first.fill("text", "From the first window")
            try await first.press("Save the draft")
            second.fill("text", "From the second window")
            try await second.press("Save the draft")
            #expect(second.status == 409)
            #expect(second.page.html.contains("From the first window</textarea>"))
            #expect(second.page.forms.contains { $0.value("text") == "From the second window" })
            try await second.press("Save the draft")
            #expect(second.page.text.contains("Your draft is saved."))
        }
    }

    @Test func `a preview shows the answer as readers will see it and sends nothing`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("text", "## First\n\nKeep **both** versions:\n\n- on file\n- with a date")
            expert.fill("sources", "Acas https://www.acas.org.uk")
            try await expert.press("Preview")
            #expect(expert.status == 200)
            for part in ["<h3>First</h3>", "<p>Keep <strong>both</strong> versions:</p>", "<ul>", "<p>on file</p>"] {
                #expect(expert.page.html.contains(part), "\(part)")
            }
            #expect(expert.page.text.contains("Sources Acas www.acas.org.uk"))
            #expect(expert.page.forms.contains { $0.value("text")?.hasPrefix("## First") == true })
            #expect(try await test.site.desk.question(id, for: test.cast.moderator.id)?.answers.isEmpty == true)
            expert.fill("sources", "No address at all")
            try await expert.press("Preview")
            #expect(expert.status == 422)
            #expect(expert.page.error(of: "sources")?.hasPrefix("End line 1 with an address") == true)
        }
    }

    @Test func `withdrawn while it is being answered, the words come back with a plain sentence`() async throws {
        try await withSite { test in
            let receipt = try await test.browser().ask("How do I tell my manager that I want to leave?")
            let id = try await test.assigned()
            let buttons = ["Save the draft", "Preview", "Send the answer"]
            var experts: [Browser] = []
            for _ in buttons {
                let expert = try await test.browser(of: test.cast.expert)
                try await expert.open("/expert/\(id)")
                experts.append(expert)
            }
            try await test.site.desk.withdraw(try Receipt(receipt))
            for (expert, button) in zip(experts, buttons) {
                expert.fill("text", "An evening's work that must not be lost.")
                expert.fill("sources", "Acas https://www.acas.org.uk")
                try await expert.press(button)
                #expect(expert.status == 409, "\(button)")
                #expect(
                    expert.page.text.contains("It was withdrawn, it is decided, or a moderator gave it to somebody"))
                #expect(expert.page.html.contains("An evening&#39;s work that must not be lost."), "\(button)")
                #expect(expert.page.html.contains("Acas https://www.acas.org.uk"), "\(button)")
                #expect(!expert.page.text.contains("manager"))
            }
        }
    }

    @Test func `an expert who left while writing gets the words back`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            try await test.site.desk.removeExpert(test.cast.expert.id)
            try await test.site.directory.set(roles: [.member], of: test.cast.expert.id)
            expert.fill("text", "An evening of work that must not be lost.")
            try await expert.press("Send the answer")
            #expect(expert.status == 403 || expert.status == 401)
            #expect(expert.page.html.contains("An evening of work that must not be lost."))
        }
    }

    @Test func `a second expert sees the first answer, builds on it, and readers are told`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            try await test.answer(id, "Say it **plainly**, and in person.")
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            moderator.fill("further", test.cast.both.id.description)
            try await moderator.press("Ask this expert as well")
            let both = try await test.browser(of: test.cast.both)
            try await both.open("/expert/\(id)")
            #expect(both.page.html.contains("Say it <strong>plainly</strong>, and in person."))
            both.fill("text", "And put it in writing on the same day.")
            both.fill("builds-on", test.cast.expert.id.description)
            try await both.press("Send the answer")
            try await both.open("/desk/\(id)")
            #expect(both.page.text.contains("You wrote this answer, so another moderator has to release it."))
            try await moderator.open("/desk/\(id)")
            try await moderator.press("Publish question and answer")
            try await test.batch()
            let reader = test.browser()
            try await reader.open("/questions/\(id)")
            #expect(reader.page.text.contains("Building on the answer by Elin Expert And put it in writing"))
            #expect(reader.page.html.contains("itemprop=\"answerCount\" content=\"2\""))
        }
    }

    @Test func `the expert's page tells nothing of the asker, not even when they asked`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            test.world.advance(days: 3)
            let expert = try await test.browser(of: test.cast.expert)
            for path in ["/expert", "/expert/\(id)"] {
                try await expert.open(path)
                let main = expert.page.html.split(separator: "<main")[1].split(separator: "</main>")[0]
                // But for the half-years an answer can be reviewed by, and the expert's own time to accept it.
                let shown = main.replacing(/20[0-9]{2}-(06|12)|(June|December) 20[0-9]{2}/, with: "")
                    .replacing(/Accept or decline it by [^.]*\./, with: "")
                #expect(!shown.contains(/20[0-9]{2}|September|days? ago/), "\(path)")
            }
        }
    }
}
