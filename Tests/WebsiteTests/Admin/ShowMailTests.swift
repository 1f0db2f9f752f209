import Members
import Outbound
import Storage
import TestSupport
import Testing
import Website

struct ShowMailTests {
    @Test func `an administrator sees which mails did not get there, for a fortnight`() async throws {
        let mailer = Mailer { _, _, _ in throw SendFailure(reason: .refused, description: "No such mailbox.") }
        try await withSite(mailer: mailer) { test in
            try await test.site.directory.queue(.passwordChanged, to: EmailAddress("mara.gone@example.org"))
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/mail")
            #expect(administrator.page.text.contains("1 mail waits to be sent."))
            #expect(administrator.page.text.contains("Nothing failed in the last 14 days."))
            try await test.site.deliverMail()
            try await administrator.open("/admin/mail")
            #expect(administrator.page.text.contains("No mail waits to be sent."))
            #expect(
                administrator.page.text.contains(
                    "mara.gone@example.org That a password was changed Refused at once"))
            test.world.advance(days: 15)
            try await test.site.directory.forgetWhatEnded()
            let later = try await test.browser(of: test.cast.administrator)
            try await later.open("/admin/mail")
            #expect(!later.page.text.contains("mara.gone"))
        }
    }

    @Test func `without a mail server the page says so`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/mail")
            #expect(administrator.page.text.contains("No mail is sent:"))
        }
    }
}
