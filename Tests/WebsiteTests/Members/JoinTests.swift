import Foundation
import TestSupport
import Testing

struct JoinTests {
    @Test func `an invitation becomes an account once`() async throws {
        try await withSite { test in
            let link = try await test.invitation(for: "nia.new@example.org", roles: ["expert"])
            let newcomer = test.browser()
            try await newcomer.open(link)
            #expect(newcomer.page.text.contains("This invitation is for nia.new@example.org."))
            newcomer.fill("name", "Nia New")
            newcomer.fill("password", "several words nobody guesses")
            newcomer.fill("terms", "yes")
            try await newcomer.press("Join")
            #expect(newcomer.path == "/space?done=welcome")
            #expect(newcomer.page.text.contains("Welcome. You have joined and are signed in."))
            try await newcomer.open("/expert")
            #expect(newcomer.status == 200)

            let again = test.browser()
            try await again.open(link)
            #expect(again.status == 404)
            #expect(again.page.text.contains("This invitation no longer works"))
            try await again.post(
                link, [("name", "Ned Second"), ("password", "several words nobody guesses"), ("terms", "yes")])
            #expect(again.status == 404)
            #expect(again.cookies.isEmpty)
        }
    }

    @Test func `what is missing is said beside each field, and what was typed stays`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open(try await test.invitation(for: "nia.new@example.org"))
            browser.fill("name", " ")
            browser.fill("password", "short")
            try await browser.press("Join")
            #expect(browser.status == 422)
            #expect(browser.page.text.contains("Three things need your attention"))
            for field in ["name", "password", "terms"] { #expect(browser.page.error(of: field) != nil, "\(field)") }
            #expect(!browser.page.html.contains("short\""), "a password is never sent back")
            browser.fill("name", "Nia New")
            try await browser.press("Join")
            #expect(browser.status == 422)
            #expect(browser.page.forms.contains { $0.value("name") == "Nia New" })
        }
    }

    @Test func `an invitation that was taken back or has run out opens nothing`() async throws {
        try await withSite { test in
            let taken = try await test.invitation(for: "nia.new@example.org")
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin")
            #expect(administrator.page.text.contains("nia.new@example.org"))
            try await administrator.press("Take back")
            #expect(administrator.page.text.contains("None is open."))
            let old = try await test.invitation(for: "late@example.org")
            test.world.advance(days: 31)
            for link in [taken, old, "/join/made-up"] {
                let reply = try await test.browser().request("GET", link)
                #expect(reply.status == 404)
                #expect(reply.page.text.contains("Ask for a new one."))
            }
        }
    }

    @Test func `without an invitation there is a page that says what can be done without`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open("/join")
            #expect(browser.page.text.contains("Joining needs an invitation"))
            #expect(browser.page.link("ask a question") == "/ask")
        }
    }
}

extension TestSite {
    /// Has the administrator invite somebody through their page.
    /// - Returns: the path of the link they are to send.
    func invitation(for email: String, roles: [String] = []) async throws -> String {
        let administrator = try await browser(of: cast.administrator)
        try await administrator.open("/admin")
        administrator.fill("email", email)
        for role in roles { administrator.tick("roles", role) }
        try await administrator.press("Make the invitation")
        let shown = try #require(administrator.page.html.firstMatch(of: /id="link"[^>]* value="([^"]+)"/))
        return try #require(URL(string: String(shown.1))).path
    }
}
