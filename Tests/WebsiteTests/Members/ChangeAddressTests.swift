import Foundation
import Members
import Outbound
import TestSupport
import Testing
import Website

struct ChangeAddressTests {
    @Test func `a new address is confirmed where it leads, and the former one is told`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/account")
            browser.fill("email", "mara.new@example.org")
            browser.fill("password-now", test.cast.member.password)
            try await browser.press("Change the address")
            #expect(browser.page.text.contains("A mail to the new address is on its way."))
            #expect(browser.page.text.contains(test.cast.member.email), "nothing has changed yet")
            try await test.site.deliverMail()
            let letter = try post.letter()
            #expect(letter.to.description == "mara.new@example.org")
            let mail = test.browser()
            try await mail.open(try #require(letter.path))
            #expect(mail.page.text.contains("From now on you sign in with mara.new@example.org"))
            try await mail.press("Use this address")
            #expect(mail.page.text.contains("Your address is changed. The former one is told."))
            try await browser.open("/account")
            #expect(browser.page.text.contains("mara.new@example.org"))
            try await test.site.deliverMail()
            #expect(try post.letter().to.description == test.cast.member.email)
            try await mail.open(try #require(letter.path))
            #expect(mail.status == 404)
        }
    }

    @Test func `an address that is somebody's is answered the same, and its owner reads that it has an account`()
        async throws
    {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/account")
            browser.fill("email", test.cast.stranger.email)
            browser.fill("password-now", test.cast.member.password)
            try await browser.press("Change the address")
            #expect(browser.page.text.contains("A mail to the new address is on its way."))
            try await test.site.deliverMail()
            let letter = try post.letter()
            #expect(letter.to.description == test.cast.stranger.email)
            #expect(letter.subject == "You have an account at Riffle already")
            #expect(!letter.text.contains("Mara"))
        }
    }

    @Test(arguments: [("mara", "four unrelated quiet words", "email"), ("m@example.org", "wrong", "password-now")])
    func `what is wrong is said, and the address typed stays`(
        email: String, password: String, field: String
    ) async throws {
        try await withSite(mailer: Postbox().mailer) { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/account")
            browser.fill("email", email)
            browser.fill("password-now", password)
            try await browser.press("Change the address")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: field) != nil)
            #expect(browser.page.forms.contains { $0.value("email") == email })
        }
    }

    @Test func `a server without mail has no form for it`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.expert)
            try await browser.open("/account")
            #expect(browser.page.text.contains("This server sends no mail"))
            #expect(browser.page.forms.allSatisfy { !$0.has(button: "Change the address") })
            #expect(browser.page.forms.allSatisfy { !$0.has(button: "Save what you chose") })
        }
    }
}
