import Foundation
import TestSupport
import Testing
import Website

/// Whatever is typed or sent, the answer is a page with a status below 500.
struct HostileInputTests {
    static let hostile = [
        "c++", "can't", "\"unbalanced", "a AND", "NOT", "tag:x') OR 1=1 --", "*", "-", "NEAR(a b, 3)", "{{title}}",
        "<script>alert(1)</script>", "a\0b", "\0", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u{202E}\u{200B}\u{FEFF}", "\r\n\r\n", "-1",
        "99999999999999999999", "1e999",
        "NaN", String(repeating: "(", count: 10_000),
    ]

    /// Every page with a query, with the names it reads.
    static let queries: [(path: String, names: [String])] = [
        ("/", ["done"]), ("/space", ["q", "tag", "page", "done"]),
        ("/space/goals/new", ["reflection", "step", "comment"]),
        ("/space/goals", ["due", "coming", "closed"]), ("/space/goals/GOAL", ["done"]),
        ("/shared", ["topic", "model", "group", "page"]),
        ("/space/groups/GROUP", ["page", "done"]), ("/space/activities", ["year", "page"]), ("/space/shares", ["page"]),
        ("/space/files", ["done", "page"]), ("/space/files/new", ["activity", "goal", "reflection", "stage", "about"]),
        ("/space/reflections/new", ["model", "title", "tags", "key", "draft"]),
        ("/questions", ["q", "topic", "page", "spelling", "done"]), ("/away", ["to"]),
        ("/sign-in", ["next", "done"]),
        ("/ask", ["topic", "text", "terms"]),
        ("/opportunities", SearchNames.all), ("/api/opportunities", SearchNames.all),
        ("/opportunities/suggest", ["q"]), ("/api/opportunities/feed", ["afterChangeNumber", "limit"]),
        ("/saved", ["done"]), ("/admin/cards", ["page", "parted", "done"]),
        ("/desk", ["step", "topic", "urgent", "alike", "page", "done"]),
        ("/space/reflections/REFLECTION", ["reply", "done"]), ("/shared/REFLECTION", ["reply"]),
        ("/desk/history", Self.ofHistory + ["page"]), ("/desk/history.csv", Self.ofHistory),
    ]

    @Test func `a query with anything in it is answered`() async throws {
        try await withSite { test in
            let all = try await Scene(test)
            for (path, names) in Self.queries {
                for value in Self.hostile {
                    for name in names {
                        // A bracket may stand as it is, and 10,000 escaped ones are a longer line than HTTP takes.
                        let query = Document.Form.encoded([(name, value)]).replacing("%28", with: "(")
                        try await all.get("\(path)?\(query)")
                    }
                    try await all.get(path + "?" + Document.Form.encoded(names.map { ($0, String(value.prefix(100))) }))
                }
            }
        }
    }

    @Test func `a form with anything in a field is answered`() async throws {
        try await withSite(mailer: Postbox().mailer) { test in
            let all = try await Scene(test)
            for (path, fields) in Self.forms + Self.reviewForms {
                for value in Self.hostile {
                    for (name, _) in fields {
                        try await all.post(
                            path, Document.Form.encoded(fields.map { $0.0 == name ? (name, value) : $0 }))
                    }
                }
            }
        }
    }

    @Test func `a form that no browser would send is answered`() async throws {
        try await withSite { test in
            let all = try await Scene(test)
            for (path, fields) in Self.forms + Self.reviewForms {
                let right = Document.Form.encoded(fields)
                let many = (0..<5_000).map { "a\($0)=b" }.joined(separator: "&")
                for body in [
                    "", "&", "=", "&&==&", right + "&" + right, right + "&" + many, many, right + "&x=%ff%fe",
                    right.replacing("=", with: "=%c3%28"), "%", "%zz=1", "a=%u0041", right.replacing("&", with: ";"),
                    right.uppercased(), "\u{FEFF}" + right, "{\"text\": 1}",
                ] { try await all.post(path, body) }
            }
        }
    }

    @Test func `an address that no link has is answered`() async throws {
        try await withSite { test in
            let long = String(repeating: "a", count: 4_000)
            for route in RouteTableTests.routes where route.method == "GET" && route.path.contains(/[{*]/) {
                for part in ["%ff", "%00", "%zz", "..%2f..", "%2e%2e", "'", "%22", "-1", long, "%F0%9F%90%9F", "+", ""]
                {
                    let path = route.path.replacing(/{[a-z]+}|\*\*/, with: part)
                    let reply = try await test.get(asWritten: path)
                    #expect(reply.status < 500, "\(path.prefix(80)): \(reply.status)")
                }
            }
            for query in [
                "?", "??", "?&", "?=", "?q", "?q=%ff", "?q=%", "?%zz", "?q=a&q=b", "?q[]=a", "?\(long)=\(long)",
            ] {
                for (path, _) in Self.queries where !path.contains("REFLECTION") {
                    let reply = try await test.get(asWritten: path + query)
                    #expect(reply.status < 500, "\(path)\(query.prefix(80)): \(reply.status)")
                }
            }
        }
    }
}
