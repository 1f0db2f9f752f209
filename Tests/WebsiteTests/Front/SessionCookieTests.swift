import Foundation
import Testing

struct SessionCookieTests {
    @Test func `on plain HTTP the cookie is out of reach of scripts and of other sites' forms`() async throws {
        try await withSite { test in
            let attributes = try await Self.attributes(of: test)
            #expect(attributes.first?.hasPrefix("riffle=") == true)
            #expect(attributes.first?.count ?? 0 > 50)
            #expect(Set(attributes.dropFirst()) == ["Max-Age=7776000", "Path=/", "HttpOnly", "SameSite=Lax"])
        }
    }

    @Test func `behind HTTPS it is bound to the host and to HTTPS`() async throws {
        try await withSite(address: "https://riffle.example.org") { test in
            let attributes = try await Self.attributes(of: test)
            #expect(attributes.first?.hasPrefix("__Host-riffle=") == true)
            #expect(
                Set(attributes.dropFirst()) == ["Max-Age=7776000", "Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/account")
            #expect(browser.page.title == "Your account – Riffle")
        }
    }

    @Test func `a cookie that was made up, cut or doubled signs nobody in`() async throws {
        try await withSite { test in
            let secret = try #require(try await test.browser(of: test.cast.member).cookies["riffle"])
            let other = String(secret.reversed())
            for cookie in [
                "riffle=", "riffle=x", "riffle=\(secret.dropLast())", "riffle=\(other)", "__Host-riffle=\(secret)",
                "riffle=' OR 1=1", "riffle", "=;=;riffle=%00",
            ] {
                let reply = try await test.browser().request("GET", "/account", headers: ["Cookie": cookie])
                #expect(reply.status == 303, "\(cookie)")
            }
        }
    }

    private static func attributes(of test: TestSite) async throws -> [String] {
        let person = test.cast.member
        let reply = try await test.browser().request(
            "POST", "/sign-in",
            body: Document.Form.encoded([("email", person.email), ("password", person.password)]))
        return try #require(reply.headers["set-cookie"]).components(separatedBy: "; ")
    }
}
