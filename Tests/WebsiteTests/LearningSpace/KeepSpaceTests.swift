import Foundation
import Testing

struct KeepSpaceTests {
    @Test func `another model has its own stages, tags lead to what shares them, and words are found`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/reflections/new")
            try await browser.follow("Gibbs")
            browser.fill("title", "An evening")
            browser.fill("feelings", "I was <b>soaked</b> and cross.")
            browser.fill("tags", "Rain, volunteering")
            try await browser.press("Save")
            #expect(browser.page.text.contains("Description , not yet Feelings , written"))
            try await browser.follow("Go on writing")
            browser.fill("action", "Bring a coat.")
            try await browser.press("Save")
            #expect(browser.page.text.contains("Bring a coat."))
            _ = try await browser.beginReflection("A dry day", learn: "The sun shone.")

            try await browser.open("/space")
            browser.fill("q", "soaked")
            try await browser.press("Search")
            #expect(browser.page.text.contains("One reflection with these words. Show all An evening"))
            #expect(browser.page.html.contains("<mark>&lt;b&gt;soaked&lt;/b&gt;</mark>"))
            #expect(!browser.page.text.contains("A dry day"))
            try await browser.follow("rain")
            #expect(browser.page.text.contains("One reflection tagged rain."))
            try await browser.follow("Show all")
            #expect(browser.page.text.contains("A dry day"))
            let other = try await test.browser(of: test.cast.stranger)
            try await other.open("/space?q=soaked")
            #expect(!other.page.text.contains("An evening"))
        }
    }

    @Test func `what stood there before is kept for its owner until it is forgotten`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An evening", learn: "It rained, said my manager.")
            #expect(browser.page.text.contains("So far it tells what happened."))
            try await browser.follow("Go on writing")
            browser.fill("learn", "It rained.")
            try await browser.press("Save")
            try await browser.follow("What stood there before")
            #expect(browser.page.text.contains("It rained, said my manager."))
            try await browser.press("Forget what stood there before")
            #expect(browser.page.text.contains("what you wrote first still stands"))
            #expect(!browser.page.text.contains("said my manager"))
        }
    }

    @Test func `a year on a note is added, and an empty one is said beside its box`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let page = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.press("Add the note")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "note") == "Write what you see in it now.")
            browser.fill("note", "I still have that coat.")
            try await browser.press("Add the note")
            #expect(browser.path == page + "?done=saved")
            #expect(browser.page.text.contains("I still have that coat."))
            try await browser.press("Delete")
            #expect(!browser.page.text.contains("I still have that coat."))
        }
    }

    @Test func `one stage of a share is closed, and the other stays open`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening", learn: "It rained.")
            owner.tick("stage", "learn")
            owner.tick("stage", "plan")
            owner.fill("audience", "everyone")
            try await owner.press("Share")
            #expect(owner.page.text.contains("Seen by every member: Learn and Plan until 14 December 2026"))
            try await owner.press("Close Learn")
            #expect(owner.page.text.contains("Seen by every member: Plan until 14 December 2026"))
            let peer = try await test.browser(of: test.cast.stranger)
            try await peer.open(page.replacing("/space/reflections/", with: "/shared/"))
            #expect(!peer.page.text.contains("It rained."))
        }
    }
}
