import Foundation
import Members
import Outbound
import TestSupport
import Testing
import Website

struct AskToJoinTests {
    private func open(_ test: TestSite) async throws {
        let administrator = try await test.browser(of: test.cast.administrator)
        try await administrator.open("/admin/settings")
        administrator.fill("open-joining", "yes")
        try await administrator.press("Save the settings")
        #expect(administrator.page.text.contains("Saved."))
    }

    @Test func `where joining is open, a mail leads to an account`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            try await open(test)
            let browser = test.browser()
            try await browser.open("/sign-in")
            try await browser.follow("No account yet?")
            browser.fill("email", "Nia.New@example.org")
            try await browser.press("Mail me a link")
            #expect(browser.page.text.contains("A mail to nia.new@example.org is on its way."))
            try await test.site.deliverMail()
            try await browser.open(try #require(try post.letter().path))
            browser.fill("name", "Nia New")
            browser.fill("password", "several words nobody guesses")
            browser.fill("terms", "yes")
            try await browser.press("Join")
            #expect(browser.page.text.contains("Welcome. You have joined and are signed in."))
            let nia = try #require(
                try await test.site.directory.member(email: try EmailAddress("nia.new@example.org")))
            #expect(nia.roles == [.member])
        }
    }

    @Test func `a known address is answered like an unknown one, and its owner reads that there is an account`()
        async throws
    {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            try await open(test)
            var answers: [String] = []
            for email in [test.cast.member.email, "nobody.here@example.org"] {
                let reply = try await test.browser().request("POST", "/join", body: "email=\(email)")
                answers.append("\(reply.status) " + reply.text.replacing(email, with: "X"))
            }
            #expect(answers[0] == answers[1])
            try await test.site.deliverMail()
            let letters = post.letters().sorted { $0.to.description < $1.to.description }
            #expect(letters.map(\.subject) == ["You have an account at Riffle already", "Join Riffle"])
            #expect(letters[0].to.description == test.cast.member.email)
        }
    }

    @Test func `where it is shut nothing is mailed`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let browser = test.browser()
            try await browser.post("/join", [("email", "nia.new@example.org")])
            #expect(browser.page.text.contains("Joining needs an invitation"))
            try await test.site.deliverMail()
            #expect(post.letters().isEmpty)
        }
    }

    @Test func `an invitation travels by itself, and the link on the page works too`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let shown = try await test.invitation(for: "nia.new@example.org", roles: ["expert"])
            try await test.site.deliverMail()
            let letter = try post.letter()
            #expect(letter.subject == "You are invited to Riffle")
            #expect(letter.path != shown)
            for path in [shown, try #require(letter.path)] {
                #expect(try await test.browser().request("GET", path).status == 200)
            }
        }
    }
}
