import Testing

struct SecurityHeadersTests {
    @Test func `every kind of response tells the browser what it must not do`() async throws {
        try await withSite { test in
            let (nobody, member) = (test.browser(), try await test.browser(of: test.cast.member))
            let replies: [(String, Reply, status: Int)] = [
                ("page", try await nobody.request("GET", "/"), 200),
                ("ask", try await nobody.request("GET", "/ask"), 200),
                ("no page", try await nobody.request("GET", "/nothing/here"), 404),
                ("style sheet", try await nobody.request("GET", "/css/riffle.css"), 200),
                ("no file", try await nobody.request("GET", "/css/none.css"), 404),
                ("feed", try await nobody.request("GET", "/questions/feed.atom"), 200),
                ("answer to a program", try await nobody.request("GET", "/api/opportunities"), 200),
                ("refusal to a program", try await nobody.request("GET", "/api/opportunities?page=x"), 400),
                ("redirect", try await nobody.request("GET", "/space"), 303),
                ("health", try await nobody.request("GET", "/health"), 200),
                ("other site", try await nobody.request("POST", "/ask", body: "", headers: Self.foreign), 403),
                ("mistake", try await nobody.request("POST", "/ask", body: ""), 422),
                ("typed back", try await nobody.request("POST", "/space/reflections", body: "title=A"), 401),
                ("unreadable", try await nobody.request("POST", "/space/reflections", body: "title=%"), 400),
                ("no form", try await nobody.request("POST", "/space/reflections", body: "{}", type: "a/b"), 415),
                ("wrong role", try await member.request("GET", "/admin"), 403),
            ]
            for (kind, reply, status) in replies {
                #expect(reply.status == status, "\(kind)")
                let policy = reply.headers["content-security-policy"] ?? ""
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"), "\(kind)")
                #expect(!policy.contains("unsafe"), "\(kind)")
                #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "\(kind)")
                #expect(reply.headers["x-content-type-options"] == "nosniff", "\(kind)")
                #expect(reply.headers["referrer-policy"] == "same-origin", "\(kind)")
                #expect(reply.headers["cross-origin-opener-policy"] == "same-origin", "\(kind)")
                #expect(reply.headers["cache-control"] != nil, "\(kind)")
            }
        }
    }

    @Test func `pages are not stored, files are for five minutes`() async throws {
        try await withSite { test in
            let browser = test.browser()
            let (page, file) = (
                try await browser.request("GET", "/questions"), try await browser.request("GET", "/js/receipt.js")
            )
            #expect(page.headers["cache-control"] == "no-store")
            #expect(file.headers["cache-control"] == "public, max-age=300")
        }
    }

    @Test func `a site behind HTTPS asks browsers to stay there`() async throws {
        try await withSite(address: "https://riffle.example.org") { test in
            let reply = try await test.browser().request("GET", "/")
            #expect(reply.headers["strict-transport-security"] == "max-age=31536000")
        }
        try await withSite { test in
            let reply = try await test.browser().request("GET", "/")
            #expect(reply.headers["strict-transport-security"] == nil)
        }
    }

    private static let foreign = ["Origin": "https://elsewhere.example"]
}
