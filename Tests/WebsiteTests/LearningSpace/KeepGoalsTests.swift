import Foundation
import TestSupport
import Testing

struct KeepGoalsTests {
    @Test func `a step of a plan is kept, comes back, and leads to the next reflection`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.follow("Go on writing")
            browser.fill("plan", "1. Bring a <coat>.\n2. Ask the others.")
            try await browser.press("Save")
            try await browser.follow("Keep as a step with a day : Bring a <coat>.")
            #expect(!browser.path.contains("coat"), "what was written stays out of addresses")
            browser.fill("due", "2026-09-20")
            try await browser.press("Keep this step")
            #expect(
                browser.page.text.contains("Open comes back 20 September 2026 kept 15 September 2026 from An evening"))
            #expect(browser.page.html.contains("Bring a &lt;coat&gt;."))
            let step = String(try #require(browser.path.split(separator: "?").first))

            try await browser.open(page)
            #expect(browser.page.link("Keep as a step with a day : Bring") == nil, "it is kept already")
            #expect(browser.page.link("Keep as a step with a day : Ask the others.") != nil)
            try await browser.open("/space")
            #expect(!browser.page.text.contains("comes back to you"))
            test.world.advance(days: 6)
            let later = try await test.browser(of: test.cast.member)
            try await later.open("/space")
            #expect(later.page.text.contains("One step comes back to you: did it happen?"))
            try await later.follow("Say what became of it")
            #expect(later.page.text.contains("Did it happen? Bring a <coat>. Open came back 20 September 2026"))
            try await later.open(step)
            later.fill("verdict", "done")
            later.fill("words", "Dry for once.")
            try await later.press("Save")
            #expect(later.page.text.contains("21 September 2026 It happened Dry for once."))
            #expect(later.page.forms.allSatisfy { !$0.action.hasSuffix("/check-ins") })

            try await later.press("Begin the next reflection")
            #expect(later.path.hasSuffix("/edit"))
            #expect(later.page.forms.contains { $0.value("learn") == "Dry for once." })
            try await later.press("Save")
            #expect(later.page.text.contains("Begun from your step Bring a <coat>."))
            try await later.open("/space/goals")
            #expect(later.page.text.contains("An evening 2 1 0 0 21 September 2026"), "\(later.page.text)")
            #expect(
                later.page.html.contains(
                    "One chain from 15 September 2026 to 22 September 2026: done 1, open 0, let go 0."))
        }
    }

    @Test func `what is wrong is said beside its box, and what was typed stays`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/goals")
            #expect(browser.page.text.contains("No step yet"))
            browser.fill("title", "Ask sooner")
            browser.fill("due", "2026-09-01")
            try await browser.press("Keep this step")
            #expect(browser.status == 422)
            #expect(
                browser.page.error(of: "due")
                    == "Choose 15 September 2026 or a later day: the day you chose has passed.")
            #expect(browser.page.forms.contains { $0.value("title") == "Ask sooner" })
            browser.fill("due", "2026-09-15")
            try await browser.press("Keep this step")
            browser.fill("words", "I began to.")
            try await browser.press("Save")
            #expect(browser.page.error(of: "verdict") == "Choose whether it happened.")
            #expect(browser.page.forms.contains { $0.value("words") == "I began to." })
            #expect(
                browser.page.forms.contains { $0.has(button: "Find opportunities") && $0.value("q") == "Ask sooner" })
        }
    }

    @Test func `a step that leaves the way to an expert takes nothing along`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/goals")
            browser.fill("title", "Speak to my manager")
            browser.fill("due", "2026-09-20")
            try await browser.press("Keep this step")
            #expect(browser.page.link("ask an expert") == "/ask")
        }
    }
}
