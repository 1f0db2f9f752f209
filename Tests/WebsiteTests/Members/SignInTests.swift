import Foundation
import TestSupport
import Testing

struct SignInTests {
    @Test func `the right password opens the page that was asked for`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open("/space/shares")
            #expect(browser.page.title == "Sign in – Riffle")
            browser.fill("email", " Mara.Member@Example.org ")
            browser.fill("password", test.cast.member.password)
            try await browser.press("Sign in")
            #expect(browser.path == "/space/shares")
            #expect(browser.page.text.contains("Mara Member"))
        }
    }

    @Test func `a wrong password and an unknown account get the same page, byte for byte`() async throws {
        try await withSite { test in
            let known = try await Self.attempt(test, email: test.cast.member.email)
            let unknown = try await Self.attempt(test, email: "nobody.here@example.org")
            #expect(known.status == 422 && unknown.status == 422)
            #expect(known.page.error(of: "email") == "The e-mail and the password do not go together.")
            let told = unknown.text.replacing("nobody.here@example.org", with: test.cast.member.email)
            #expect(told == known.text)
            #expect(known.headers["set-cookie"] == nil && unknown.headers["set-cookie"] == nil)
            #expect(Set(known.headers.keys) == Set(unknown.headers.keys))
        }
    }

    @Test func `who guesses has to wait, known account or not, and keeps the e-mail typed`() async throws {
        try await withSite { test in
            for email in [test.cast.member.email, "nobody.here@example.org"] {
                for _ in 0..<10 { #expect(try await Self.attempt(test, email: email).status == 422) }
                let refused = try await Self.attempt(test, email: email)
                #expect(refused.status == 429)
                #expect(refused.page.error(of: "email") == "Too many attempts. Wait 15 minutes and try again.")
                #expect(refused.page.forms.contains { $0.value("email") == email })
            }
            let right = try await Self.attempt(
                test, email: test.cast.member.email, password: test.cast.member.password)
            #expect(right.status == 429, "the right password does not help before the time is over")
            test.world.advance(minutes: 15)
            let later = try await test.browser(of: test.cast.member)
            #expect(later.page.text.contains("Mara Member"))
        }
    }

    @Test(arguments: [
        ("/account", "/account"), ("/questions?q=a&page=2", "/questions?q=a&page=2"), ("", "/"),
        ("https://elsewhere.example/", "/"), ("//elsewhere.example/", "/"), ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"), ("/a\r\nSet-Cookie: x=y", "/"), ("account", "/"), ("/\t/elsewhere.example", "/"),
    ])
    func `after signing in one stays on this site`(next: String, leadsTo: String) async throws {
        try await withSite { test in
            let page = try await test.browser().request(
                "GET", "/sign-in?" + Document.Form.encoded([("next", next)]))
            #expect(page.page.forms.contains { $0.value("next") == leadsTo })
            let reply = try await Self.attempt(
                test, email: test.cast.member.email, password: test.cast.member.password, next: next)
            #expect(reply.status == 303)
            #expect(reply.headers["location"] == leadsTo)
        }
    }

    @Test func `signing out ends the session, not just the cookie`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let cookie = try #require(browser.cookies["riffle"])
            try await browser.press("Sign out")
            #expect(browser.page.text.contains("You are signed out."))
            #expect(browser.cookies.isEmpty)
            let kept = try await test.browser().request("GET", "/account", headers: ["Cookie": "riffle=\(cookie)"])
            #expect(kept.status == 303)
        }
    }

    @Test func `a new sign-in never keeps the secret a browser came with`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            let first = try #require(browser.cookies["riffle"])
            // By a form that was open before: whoever is signed in is shown none.
            try await browser.post(
                "/sign-in", [("email", test.cast.member.email), ("password", test.cast.member.password)])
            #expect(browser.cookies["riffle"] != first)
            let old = try await test.browser().request("GET", "/account", headers: ["Cookie": "riffle=\(first)"])
            #expect(old.status == 303)
        }
    }

    @Test func `whoever is signed in goes on to where they wanted, and is asked for nothing`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/sign-in?next=/account")
            #expect(browser.status == 200)
            #expect(browser.path == "/account")
        }
    }

    private static func attempt(
        _ test: TestSite, email: String, password: String = "a wrong password", next: String = "/"
    ) async throws -> Reply {
        try await test.browser().request(
            "POST", "/sign-in",
            body: Document.Form.encoded([("email", email), ("password", password), ("next", next)]))
    }
}
