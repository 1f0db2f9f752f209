import Foundation
import Testing

struct StaticFilesTests {
    @Test(arguments: [
        ("/css/riffle.css", "text/css"), ("/js/receipt.js", "text/javascript"), ("/images/riffle.svg", "image/svg+xml"),
        ("/api/openapi.json", "application/json"),
    ])
    func `each file comes with its type`(path: String, type: String) async throws {
        try await withSite { test in
            let reply = try await test.browser().request("GET", path)
            #expect(reply.status == 200)
            #expect(
                reply.headers["content-type"]?.hasPrefix(type) == true, "\(reply.headers["content-type"] ?? "none")")
            #expect(reply.data == (try Data(contentsOf: Repository.root.appending(path: "Public" + path))))
        }
    }

    @Test func `nothing outside the public folder is served`() async throws {
        try await withSite { test in
            for path in [
                "/css/../../Package.swift", "/css/%2e%2e/%2e%2e/Package.swift", "/css/..%2f..%2fPackage.swift",
                "/css/%2e%2e%2f%2e%2e%2fPackage.swift", "/css/..%5c..%5cPackage.swift", "/css//../../Package.swift",
                "/images/%252e%252e/%252e%252e/Package.swift", "/css/%00../../Package.swift", "/../Package.swift",
                "//Package.swift", "/css/....//....//Package.swift", "/js/%ff", "/Package.swift", "/css//etc/passwd",
                "/api/..%2f..%2fPackage.swift", "/css", "/css/",
            ] {
                let reply = try await test.get(asWritten: path)
                #expect([400, 404].contains(reply.status), "\(path): \(reply.status)")
                #expect(!reply.text.contains("swift-tools-version") && !reply.text.contains("root:"), "\(path)")
            }
        }
    }

    @Test func `the head of a page or file is the same without its body`() async throws {
        try await withSite { test in
            let browser = test.browser()
            for path in ["/", "/ask", "/questions/feed.atom", "/api/opportunities", "/css/riffle.css", "/health"] {
                let (whole, head) = (try await browser.request("GET", path), try await browser.request("HEAD", path))
                #expect(head.status == whole.status, "\(path)")
                #expect(head.data.isEmpty, "\(path)")
                #expect(head.headers["content-type"] == whole.headers["content-type"], "\(path)")
            }
        }
    }

    @Test func `a file that did not change is not sent again`() async throws {
        try await withSite { test in
            let first = try await test.browser().request("GET", "/css/riffle.css")
            let tag = try #require(first.headers["etag"])
            let again = try await test.browser().request("GET", "/css/riffle.css", headers: ["If-None-Match": tag])
            #expect(again.status == 304)
        }
    }
}
