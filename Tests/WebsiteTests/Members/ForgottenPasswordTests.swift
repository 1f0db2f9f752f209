import Foundation
import Members
import Outbound
import TestSupport
import Testing
import Website

struct ForgottenPasswordTests {
    @Test func `who forgot a password gets a link by mail and signs in with a new one`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let elsewhere = try await test.browser(of: test.cast.member)
            let browser = test.browser()
            try await browser.open("/sign-in")
            try await browser.follow("Forgotten your password?")
            browser.fill("email", test.cast.member.email)
            try await browser.press("Mail me a link")
            #expect(browser.page.text.contains("If somebody here has the address \(test.cast.member.email)"))
            try await test.site.deliverMail()
            let letter = try post.letter()
            #expect(letter.to.description == test.cast.member.email)
            #expect(letter.settings == nil)
            try await browser.open(try #require(letter.path))
            browser.fill("password", "short")
            try await browser.press("Set the password")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "password") != nil)
            browser.fill("password", "four entirely other words")
            try await browser.press("Set the password")
            #expect(browser.page.text.contains("Your new password is set, and every session has ended."))
            try await elsewhere.open("/account")
            #expect(elsewhere.page.title == "Sign in – Riffle")
            browser.fill("email", test.cast.member.email)
            browser.fill("password", "four entirely other words")
            try await browser.press("Sign in")
            #expect(browser.page.text.contains("Mara Member"))
            try await test.site.deliverMail()
            let told = try post.letter()
            #expect(told.subject == "Your password at Riffle was changed")
            #expect(!told.text.contains("four entirely other words"))
            let again = try await test.browser().request("GET", try #require(letter.path))
            #expect(again.status == 404)
            #expect(again.page.text.contains("This link no longer works"))
        }
    }

    @Test func `an address without an account is answered like one with, and no mail goes there`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            var answers: [String] = []
            for email in [test.cast.member.email, "nobody.here@example.org"] {
                let reply = try await test.browser().request("POST", "/sign-in/forgotten", body: "email=\(email)")
                answers.append(
                    "\(reply.status) \(reply.headers["set-cookie"] ?? "") "
                        + reply.text.replacing(email, with: "X"))
            }
            #expect(answers[0] == answers[1])
            try await test.site.deliverMail()
            #expect(try post.letter().to.description == test.cast.member.email)
        }
    }

    @Test func `what is no address is said, and so is too much from one place`() async throws {
        try await withSite(mailer: Postbox().mailer) { test in
            let browser = test.browser()
            try await browser.open("/sign-in/forgotten")
            browser.fill("email", "mara")
            try await browser.press("Mail me a link")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "email") == "Write a whole e-mail address, like name@example.org.")
            for number in 0..<20 { try await browser.post("/sign-in/forgotten", [("email", "n\(number)@example.org")]) }
            #expect(browser.status == 200)
            try await browser.post("/sign-in/forgotten", [("email", "one.more@example.org")])
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "email")?.hasPrefix("Too much mail was asked for") == true)
        }
    }

    @Test func `a server without mail says so and promises nothing`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open("/sign-in/forgotten")
            #expect(browser.page.text.contains("This server sends no mail. An administrator can set a new password"))
            #expect(browser.page.forms.allSatisfy { $0.action != "/sign-in/forgotten" })
            try await browser.post("/sign-in/forgotten", [("email", test.cast.member.email)])
            #expect(browser.page.text.contains("This server sends no mail."))
            #expect(try await test.site.directory.outbox() == (0, 0))
        }
    }
}
