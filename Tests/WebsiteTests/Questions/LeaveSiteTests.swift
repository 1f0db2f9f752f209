import Foundation
import Questions
import Storage
import Testing
import Website

struct LeaveSiteTests {
    private static let hostile = """
        Read [the guide](https://www.acas.org.uk/a?b=c&d="e") or <https://gov.uk/x>.

        ![seen](https://spy.example/pixel.png) <img src="https://spy.example/img.png"> [run](javascript:alert(1))

        <svg onload="alert(1)"></svg><style>@import url(https://spy.example/s.css)</style>
        """

    @Test func `a link in an answer leads to a page that tells where it goes, and nothing else leads out`() async throws
    {
        try await withSite { test in
            let id = try await test.publish("Where can I read more about notice?", Self.hostile)
            let reader = test.browser()
            try await reader.open("/questions/\(id)")
            #expect(!reader.page.html.contains(/(src|srcset|data|poster|action)="?https?:/))
            let links = reader.page.html.matches(of: /<a [^>]*href="([^"]*)"[^>]*>/).map { String($0.1) }
            #expect(links.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("#") }, "\(links)")
            #expect(reader.page.html.contains("rel=\"nofollow noopener ugc\""))
            #expect(reader.page.text.contains("run (javascript:alert(1))"))
            #expect(reader.page.text.contains("<img src=\"https://spy.example/img.png\">"))
            try await reader.follow("https://gov.uk/x")
            #expect(reader.status == 200)
            #expect(reader.page.text.contains("It leads to gov.uk ."))
            #expect(reader.page.text.contains("The whole address https://gov.uk/x "))
            #expect(reader.page.html.contains("href=\"https://gov.uk/x\" rel=\"noreferrer noopener nofollow ugc\""))
            #expect(reader.headers["location"] == nil)
            #expect(reader.headers["referrer-policy"] == "same-origin")
            #expect(reader.headers["x-dns-prefetch-control"] == "off")
        }
    }

    @Test func `a mailbox is told as such`() async throws {
        try await withSite { test in
            let reader = test.browser()
            try await reader.open("/away?to=mailto:desk@example.org")
            #expect(reader.page.text.contains("Whoever gets the mail will see your own address."))
            #expect(reader.page.link("Write the mail") == "mailto:desk@example.org")
        }
    }

    @Test(arguments: [
        "", "javascript:alert(1)", "//spy.example", "/desk", "data:text/html,x", "https://bank.example@spy.example/",
        "https://spy.example/\u{202E}", "x",
    ])
    func `what is no address is refused and led nowhere`(to: String) async throws {
        try await withSite { test in
            let reply = try await test.browser().request("GET", "/away?" + Document.Form.encoded([("to", to)]))
            #expect(reply.status == 400)
            #expect(reply.page.text.contains("This is no address that a link could lead to."))
            #expect(reply.headers["location"] == nil)
            #expect(!reply.text.contains("spy.example"))
        }
    }

    @Test func `what is typed after a hostile quote stays within the address`() async throws {
        try await withSite { test in
            let reply = try await test.browser().request(
                "GET", "/away?" + Document.Form.encoded([("to", "https://a.org/'><b>")]))
            #expect(reply.status == 400)
            let quoted = try await test.browser().request(
                "GET", "/away?" + Document.Form.encoded([("to", "https://a.org/'&x")]))
            #expect(quoted.page.link("Go to a.org") == "https://a.org/'&x")
        }
    }
}
