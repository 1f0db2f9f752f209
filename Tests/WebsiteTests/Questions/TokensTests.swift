import Foundation
import Members
import Questions
import Storage
import Testing
import Website

/// Asking where only members may: with a token that nobody can link to them.
struct TokensTests {
    private func withMembersAsking(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { test in
            try await test.site.directory.save(
                try CommunitySettings(
                    name: "Riffle", contact: "the desk", whoMayAsk: .members, expertsMayModerate: true))
            try await body(test)
        }
    }

    @Test func `without scripts a member is given a form with a token in it, and it buys one question`() async throws {
        try await withMembersAsking { test in
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/account/tokens")
            try await member.press("Give me an ask form")
            member.fill("topic", "careers")
            member.fill("text", "short")
            member.fill("terms", "yes")
            try await member.press("Send my question")
            #expect(member.status == 422)
            member.fill("text", "May I leave before the year is over?")
            try await member.press("Send my question")
            #expect(member.page.receipt != nil)
            #expect(try await test.queue().map(\.text) == ["May I leave before the year is over?"])
        }
    }

    @Test func `without a token nothing is taken, and the text comes back`() async throws {
        try await withMembersAsking { test in
            let browser = test.browser()
            try await browser.open("/ask")
            browser.fill("topic", "careers")
            browser.fill("text", "May I leave before the year is over?")
            browser.fill("terms", "yes")
            try await browser.press("Send my question")
            #expect(browser.status == 422)
            #expect(browser.page.error(of: "token")?.hasPrefix("This form holds no token.") == true)
            #expect(browser.page.html.contains("May I leave before the year is over?"))
            #expect(try await test.queue().isEmpty)
        }
    }

    @Test func `a form sent twice is one question with one receipt; another text needs another token`() async throws {
        try await withMembersAsking { test in
            let token = try await test.site.desk.drawToken()
            func sent(_ text: String) async throws -> (Int, String?) {
                let browser = test.browser()
                let fields = [("topic", "careers"), ("text", text), ("terms", "yes"), ("token", token.text)]
                try await browser.post("/ask", fields)
                return (browser.status, browser.page.receipt)
            }
            let first = try await sent("May I leave before the year is over?")
            let again = try await sent("May I leave before the year is over?")
            #expect(first.0 == 200 && again.0 == 200)
            #expect(first.1 == again.1)
            #expect(try await sent("And may I take my notes along with me?").0 == 409)
            #expect(try await test.queue().count == 1)
        }
    }

    @Test func `everybody gets the same key, and its fingerprint stands on every page`() async throws {
        try await withMembersAsking { test in
            let (nobody, member) = (test.browser(), try await test.browser(of: test.cast.member))
            let keys = [
                try await nobody.request("GET", "/ask/key").text, try await member.request("GET", "/ask/key").text,
            ]
            #expect(keys[0] == keys[1])
            let fingerprint = try await test.site.desk.tokenKey().fingerprint
            #expect(keys[0].contains(fingerprint))
            for path in ["/", "/questions", "/ask", "/about/terms"] {
                try await nobody.open(path)
                #expect(nobody.page.text.contains(fingerprint), "\(path)")
            }
        }
    }

    @Test func `a week's tokens are six`() async throws {
        try await withMembersAsking { test in
            let member = try await test.browser(of: test.cast.member)
            for _ in 1...6 {
                try await member.open("/account/tokens")
                try await member.press("Give me an ask form")
                #expect(member.status == 200)
            }
            try await member.open("/account/tokens")
            try await member.press("Give me an ask form")
            #expect(member.status == 429)
            #expect(member.page.text.contains("More come next week."))
        }
    }

    @Test func `the page says among how many an asker is hidden, and warns of few`() async throws {
        try await withMembersAsking { test in
            _ = try await test.browser(of: test.cast.member)
            let browser = test.browser()
            try await browser.open("/ask")
            #expect(browser.page.text.contains("Only 1 took part in these four weeks."))
        }
    }
}
