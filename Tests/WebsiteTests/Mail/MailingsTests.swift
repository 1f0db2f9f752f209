import Foundation
import Members
import Outbound
import Questions
import Storage
import TestSupport
import Testing
import Website

struct MailingsTests {
    @Test func `staff read once a day that something waits, and nothing of what it is`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            _ = try await test.waitingQuestion("How do I tell my manager that I want to leave?")
            try await test.site.queueMailings()
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            let letters = post.letters()
            let moderators = test.cast.everybody.filter { $0.roles.contains(.moderator) }.map(\.email).sorted()
            #expect(letters.map(\.to.description).sorted() == moderators)
            for letter in letters {
                #expect(letter.subject == "Something waits for you at Riffle")
                #expect(letter.path == "/desk", "and nothing behind it")
                #expect(!letter.text.contains(/manager|question|careers|\d\d:\d\d|[1-9] wait/.ignoresCase()))
                #expect(letter.settings?.path == "/account")
            }
            #expect(Set(letters.map(\.text)).count == 1)
            test.world.advance(days: 1)
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().count == moderators.count)
        }
    }

    @Test func `who turned it off on their account hears nothing`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            _ = try await test.assigned()
            let browser = try await test.browser(of: test.cast.expert)
            try await browser.open("/account")
            #expect(browser.page.html.contains("name=\"waiting\" value=\"yes\" checked"))
            try await browser.post("/account/mail", [])
            #expect(!browser.page.html.contains("name=\"waiting\" value=\"yes\" checked"))
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().allSatisfy { $0.to.description != test.cast.expert.email })
        }
    }

    @Test func `nobody hears of an empty desk`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().isEmpty)
        }
    }

    @Test func `the digest of a month is the same bytes for everybody who wants it`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let month = try #require(Day("2026-08-01")).month
            try await test.site.desk.publish(
                "Is “this & that” <enough>? More follows.", topic: "careers",
                answer: try Answer.Draft("It is, in most cases that we know of."), by: test.cast.expert.id,
                month: month)
            for person in [test.cast.member, test.cast.expert] {
                let browser = try await test.browser(of: person)
                try await browser.open("/account")
                browser.fill("digest", "yes")
                try await browser.press("Save what you chose")
                #expect(browser.page.text.contains("Saved."))
            }
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            let letters = post.letters()
            #expect(
                Set(letters.map(\.to.description)) == [test.cast.member.email, test.cast.expert.email])
            #expect(letters[0].text.contains("Is “this & that” <enough>?"), "mail is no HTML")
            #expect(letters[0].subject == "Riffle: answers of August 2026")
            let sender = try #require(MailAddress("riffle@example.org"))
            let bytes = Set(
                letters.map { letter in
                    String(decoding: letter.message(from: sender, named: "Riffle", at: .distantPast), as: UTF8.self)
                        .replacing(letter.to.description, with: "READER").replacing(letter.id, with: "ID")
                })
            #expect(bytes.count == 1)
            try await test.site.queueMailings()
            #expect(try await test.site.directory.outbox() == (0, 0))
        }
    }

    @Test(
        arguments: [(.server, [1, 0]), (.later, [1, 0]), (.refused, [0, 1])] as [(SendFailure.Reason, [Int])])
    func `a server that does not answer keeps the mail waiting, one that refuses it does not`(
        reason: SendFailure.Reason, outbox: [Int]
    ) async throws {
        let mailer = Mailer { _, _, _ in throw SendFailure(reason: reason, description: "No.") }
        try await withSite(mailer: mailer) { test in
            try await test.site.directory.queue(.passwordChanged, to: EmailAddress(test.cast.member.email))
            do {
                try await test.site.deliverMail()
                #expect(reason != .server)
            } catch is SendFailure {
                #expect(reason == .server)
            }
            let (waiting, failed) = try await test.site.directory.outbox()
            #expect([waiting, failed] == outbox)
        }
    }
}
