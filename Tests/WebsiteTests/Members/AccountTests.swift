import TestSupport
import Testing

struct AccountTests {
    @Test func `a changed password puts every other browser out`() async throws {
        try await withSite { test in
            let (here, there) = (
                try await test.browser(of: test.cast.member), try await test.browser(of: test.cast.member)
            )
            try await here.open("/account")
            here.fill("current", test.cast.member.password)
            here.fill("password", "four other unrelated words")
            try await here.press("Change the password")
            #expect(here.page.text.contains("Your password is changed, and every other session has ended."))
            try await there.open("/account")
            #expect(there.page.title == "Sign in – Riffle")

            try await there.open("/sign-in")
            there.fill("email", test.cast.member.email)
            there.fill("password", test.cast.member.password)
            try await there.press("Sign in")
            #expect(there.status == 422)
            there.fill("password", "four other unrelated words")
            try await there.press("Sign in")
            #expect(there.page.text.contains("Mara Member"))
        }
    }

    @Test(arguments: [
        ("not my password", "four other unrelated words", "current"),
        ("four unrelated quiet words", "short", "password"),
        ("four unrelated quiet words", "aaaaaaaaaaaaaaaa", "password"),
    ])
    func `a password is not changed without the old one, or to a weak one`(
        current: String, new: String, field: String
    ) async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/account")
            browser.fill("current", current)
            browser.fill("password", new)
            try await browser.press("Change the password")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: field) != nil)
            let again = try await test.browser(of: test.cast.member)
            #expect(again.page.text.contains("Mara Member"))
        }
    }

    @Test func `a session is ended from another browser, by its owner alone`() async throws {
        try await withSite { test in
            let (here, there) = (
                try await test.browser(of: test.cast.member), try await test.browser(of: test.cast.member)
            )
            try await here.open("/account")
            #expect(here.page.text.contains("since 15 September 2026"))
            let end = try #require(here.page.forms.first { $0.has(button: "End this session") })
            let stranger = try await test.browser(of: test.cast.stranger)
            try await stranger.post(end.action, [])
            try await there.open("/account")
            #expect(there.page.title == "Your account – Riffle")

            try await here.press("End this session")
            #expect(here.page.text.contains("That session has ended."))
            #expect(!here.page.forms.contains { $0.has(button: "End this session") })
            try await there.open("/account")
            #expect(there.page.title == "Sign in – Riffle")
        }
    }

    @Test func `who was put out while writing gets back what they wrote, and only that`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/reflections/new")
            // A session that nobody used for a fortnight has ended.
            test.world.advance(days: 15)
            browser.fill("title", "A long <evening>")
            browser.fill("learn", "\nIt began & it ended.")
            try await browser.press("Save")
            #expect(browser.status == 401)
            #expect(browser.page.text.contains("What you typed is below: copy it, sign in, and put it back."))
            #expect(browser.page.html.contains(">\nA long &lt;evening&gt;</textarea>"))
            #expect(browser.page.html.contains(">\n\nIt began &amp; it ended.</textarea>"))
            #expect(!browser.page.html.contains("typed-key"))
        }
    }

    @Test func `a page that nobody is signed in for leads back to itself`() async throws {
        try await withSite { test in
            let browser = test.browser()
            let reply = try await browser.request("GET", "/shared?done=saved&x=1")
            #expect(reply.headers["location"] == "/sign-in?next=%2Fshared%3Fdone%3Dsaved%26x%3D1")
        }
    }
}
