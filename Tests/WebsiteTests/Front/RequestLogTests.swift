import LearningSpace
import Measuring
import Storage
import Testing
import Website

struct RequestLogTests {
    @Test func `a line holds method, route, status and time, and nothing of who or what`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/questions?q=redundancy+secret")
            try await member.open("/opportunities?near=B3&q=befriending")
            try await member.open("/space/reflections/new")
            member.fill("title", "The day of the merger")
            try await member.press("Save")
            _ = try await member.request("GET", "/no/such/page?token=abc")
            _ = try await member.request("GET", "/admin")

            let lines = recorder.lines.filter { $0.hasPrefix("info GET") || $0.hasPrefix("info POST") }
            #expect(lines.count >= recorder.lines.count - 1, "only the start of the server is said besides")
            for start in [
                "info POST /sign-in 303", "info GET /questions 200", "info GET /opportunities 200",
                "info POST /space/reflections 303", "info GET /space/reflections/{id} 200", "info GET NotFound 404",
                "info GET /admin 403",
            ] {
                #expect(lines.contains { $0.hasPrefix(start) && $0.contains("\"ms\"") }, "\(start) in \(lines)")
            }
            let secret = try #require(member.cookies.values.first)
            let id = try #require(try await test.site.journal.reflections(of: test.cast.member.id).first).summary.id
            for word in [
                "redundancy", "befriending", "merger", "token", "mara", "Mara", "127.0.0.1", "quiet", secret,
                id.description, test.cast.member.id.description,
            ] {
                #expect(!lines.contains { $0.contains(word) }, "\(word) is in the log")
            }
        }
    }

    @Test func `asks and receipts leave no line at all`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            let asker = test.browser()
            try await asker.open("/about/anonymity")
            let before = recorder.lines
            let receipt = try await asker.ask("How do I tell my manager that I want to leave?")
            try await asker.open("/receipt")
            asker.fill("receipt", receipt)
            try await asker.press("Show my question")
            #expect(asker.page.text.contains("It has arrived"))
            _ = try await asker.request("POST", "/ask", body: "text=short")
            _ = try await asker.request("POST", "/ask", body: "text=%")
            _ = try await asker.request("POST", "/ask", body: "", headers: ["Sec-Fetch-Site": "cross-site"])
            _ = try await asker.request("POST", "/receipt", body: "receipt=wrong")
            _ = try await asker.request("HEAD", "/ask")
            #expect(recorder.lines == before)
        }
    }

    @Test func `the numbers of two lines do not tell how many asked between them`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            func number() async throws -> Substring {
                try await test.browser().open("/about/anonymity")
                let line = try #require(recorder.lines.last { $0.hasPrefix("info GET /about/anonymity") })
                return try #require(line.firstMatch(of: /request\.id": "?([0-9a-z-]+)/)).1
            }
            let first = try await number()
            _ = try await test.browser().ask("How do I tell my manager that I want to leave?")
            let second = try await number()
            #expect(first != second)
            #expect(first.prefix(16) != second.prefix(16), "numbered in turn: the beginning stays the same")
        }
    }
}
