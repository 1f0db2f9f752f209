import TestSupport
import Testing

struct TakeInStatementTests {
    private static func form(_ csv: String) -> String {
        """
        --edge\r
        Content-Disposition: form-data; name="file"; filename="../../record.csv"\r
        Content-Type: text/csv\r
        \r
        \(csv)\r
        --edge--\r

        """
    }

    @Test func `a file is looked at, read as its owner says, and recorded once`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/activities")
            try await browser.follow("Bring them from a file")
            #expect(!browser.page.text.contains("What becomes of each row"))
            let csv = "Was,Date\n<b>Chairing</b>,28/02/2026\n\"; rm -rf $(x)\",31/02/2026"
            let reply = try await browser.request(
                "POST", "/space/activities/import", body: Self.form(csv), type: "multipart/form-data; boundary=edge")
            #expect(reply.status == 303)
            try await browser.open("/space/activities/import")
            #expect(browser.page.text.contains("0 will be recorded, 0 left out as the same, 2 to mend."))
            browser.fill("title", "0")
            browser.fill("stated-by", "Acme Trust")
            try await browser.press("Read it so")
            #expect(browser.page.text.contains("1 will be recorded, 0 left out as the same, 1 to mend."))
            #expect(browser.page.text.contains("3 Left out. “31/02/2026” is no day."))
            #expect(browser.page.html.contains("&lt;b&gt;Chairing&lt;/b&gt;"))
            let stranger = try await test.browser(of: test.cast.stranger)
            try await stranger.open("/space/activities/import")
            #expect(!stranger.page.text.contains("Chairing"))
            try await browser.press("Record one activity")
            #expect(browser.page.text.contains("1 recorded, 0 left out as the same, 1 to mend."))
            #expect(browser.page.text.contains("Line 3: “31/02/2026” is no day."))
            try await browser.follow("See your activities")
            try await browser.follow("<b>Chairing</b>")
            #expect(browser.page.text.contains("Imported, as stated by Acme Trust."))
            let again = try await browser.request("POST", "/space/activities/import/rows", body: "")
            #expect(again.status == 303, "nothing waits any more")
        }
    }

    @Test func `what is no file of values is refused with a sentence`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            for csv in ["", "PK\u{3}\u{4}\0", "Only names", "A,B\n\"open,1"] {
                let reply = try await browser.request(
                    "POST", "/space/activities/import", body: Self.form(csv),
                    type: "multipart/form-data; boundary=edge")
                #expect(reply.status == 422, "\(csv)")
                #expect(reply.page.error(of: "file") != nil, "\(csv)")
            }
        }
    }
}
