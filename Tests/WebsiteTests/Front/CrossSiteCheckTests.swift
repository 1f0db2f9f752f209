import Foundation
import Testing

struct CrossSiteCheckTests {
    @Test func `a form that another site sends in a member's name changes nothing`() async throws {
        try await withSite { test in
            let member = try await test.browser(of: test.cast.member)
            for headers in Self.foreign {
                for path in ["/space/reflections", "/sign-out", "/account/password", "/sign-in", "/ask", "/receipt"] {
                    let reply = try await member.request("POST", path, body: "title=Forged", headers: headers)
                    #expect(reply.status == 403, "\(path) with \(headers)")
                    #expect(reply.page.text.contains("This form was sent from another site."), "\(path)")
                }
            }
            try await member.open("/space")
            #expect(member.status == 200)
            #expect(member.page.text.contains("Nothing here yet"))
        }
    }

    @Test func `our own forms are taken, from whatever browser`() async throws {
        try await withSite { test in
            let member = try await test.browser(of: test.cast.member)
            let own = "http://127.0.0.1:\(test.address.port ?? 0)"
            let accepted: [[String: String]] = [
                [:], ["Sec-Fetch-Site": "same-origin", "Origin": own], ["Sec-Fetch-Site": "none"], ["Origin": own],
                ["Origin": "null"],
            ]
            for (number, headers) in accepted.enumerated() {
                let reply = try await member.request(
                    "POST", "/space/reflections", body: "title=Mine+\(number)", headers: headers)
                #expect(reply.status == 303, "\(headers)")
            }
        }
    }

    @Test func `links from other sites work`() async throws {
        try await withSite { test in
            let reply = try await test.browser().request("GET", "/questions", headers: Self.foreign[0])
            #expect(reply.status == 200)
        }
    }

    private static let foreign: [[String: String]] = [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://elsewhere.example"],
        ["Origin": "http://127.0.0.1"], ["Sec-Fetch-Site": "cross-site", "Origin": "null"],
    ]
}
