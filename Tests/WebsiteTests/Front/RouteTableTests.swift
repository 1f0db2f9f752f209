import Foundation
import Storage
import Testing

struct RouteTableTests {
    @Test func `print`() async throws {
        try await withSite { test in
            print(test.site.routes.joined(separator: "\n"))
            let m = try await test.browser(of: test.cast.member)
            for r in ["/questions/%ff", "/questions?q=%ff", "/questions?q=%zz", "/css/%ff", "/css/../../Package.swift", "/css/%2e%2e/%2e%2e/Package.swift", "/nope%00", "/css/riffle.css", "/css/nope.css", "/", "/join/%ff","/api/opportunities?q=%ff", "/css", "/css/"] {
                let reply = try await test.get(asWritten: r)
                print("----", r, reply.status, reply.headers, reply.text.prefix(r == "/" ? 0 : 2500).replacing("\n", with: " ").prefix(160))
            }
            let big = String(repeating: "a", count: (1 << 20) + 10)
            for (who, b) in [("member", m), ("nobody", test.browser())] {
                let r1 = try await b.request("POST", "/space/reflections", body: "title=" + big)
                print("big", who, r1.status, r1.headers, r1.page.text.prefix(200))
                let r2 = try await b.request("POST", "/space/reflections", body: "{}", type: "application/json")
                print("json", who, r2.status, r2.headers, r2.page.text.prefix(200))
                let r3 = try await b.request("POST", "/space/reflections", body: "a=%ff")
                print("ff", who, r3.status, r3.headers, r3.page.text.prefix(200))
                let r4 = try await b.request("DELETE", "/space/reflections", body: "a=%ff")
                print("delete", who, r4.status, r4.headers, r4.page.text.prefix(200))
            }
        }
    }
}
