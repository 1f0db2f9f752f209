import Testing

/// What comes back to somebody whose form could not be taken.
struct TypedTextTests {
    @Test func `when the session has ended, words come back under plain names, and no password does`() async throws {
        try await withSite { test in
            let nobody = test.browser()
            try await nobody.post(
                "/space/activities",
                [
                    ("key", "a1"), ("title", "A day at the helpline"), ("kind", "reading"), ("supports[]", "b2"),
                    ("outcome", "I listen longer."),
                ])
            #expect(nobody.status == 401)
            #expect(nobody.page.text.contains("What you typed is below: copy it, sign in, and put it back."))
            #expect(nobody.page.html.contains("<label for=\"typed-title\">Title</label>"))
            #expect(nobody.page.html.contains("A day at the helpline</textarea>"))
            #expect(nobody.page.html.contains("I listen longer.</textarea>"))
            for unseen in ["key", "kind", "supports[]"] { #expect(!nobody.page.html.contains("typed-\(unseen)")) }

            try await nobody.post(
                "/account/password", [("current", "the old secret words"), ("password", "the new secret words")])
            #expect(nobody.status == 401)
            #expect(nobody.page.text.contains("Nothing was changed, because your session had ended."))
            #expect(!nobody.page.html.contains("secret words"), "a password stands on the page")
            #expect(nobody.page.link("Sign in") == "/sign-in")

            try await nobody.post("/account/email", [("email", "new@example.org"), ("password-now", "secret words")])
            #expect(nobody.page.html.contains("new@example.org</textarea>"))
            #expect(!nobody.page.html.contains("secret words"), "a password stands on the page")
        }
    }

    @Test func `an expert who sends an empty answer is asked for one, and is shown nothing they did not type`()
        async throws
    {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            try await expert.press("Send the answer")
            #expect(expert.status == 422)
            #expect(expert.page.error(of: "text") != nil)
            #expect(!expert.page.text.contains("to be copied"))
        }
    }
}
