import Foundation
import Measuring
import Testing

struct ErrorPagesTests {
    @Test func `what did not work is said in one plain sentence`() async throws {
        try await withSite { test in
            let nobody = test.browser()
            let member = try await test.browser(of: test.cast.member)
            let long = "title=" + String(repeating: "a", count: 1 << 20)
            let cases: [(Reply, Int, title: String, sentence: String)] = [
                (
                    try await nobody.request("GET", "/nothing"), 404, "There is no such page",
                    "It may have been moved or taken down, or the address has a slip in it."
                ),
                (
                    try await nobody.request("POST", "/questions", body: ""), 404, "There is no such page",
                    "It may have been moved or taken down, or the address has a slip in it."
                ),
                (
                    try await member.request("GET", "/desk"), 403, "This page is not for you",
                    "It needs a role that you do not hold. An administrator can give it to you."
                ),
                (
                    try await member.request("POST", "/space/reflections", body: long), 413,
                    "That is too much at once", "Go back, where your text still is, and send a shorter one."
                ),
                (
                    try await nobody.request("POST", "/space/reflections", body: long), 413,
                    "That is too much at once", "Go back, where your text still is, and send a shorter one."
                ),
                (
                    try await nobody.request("POST", "/ask", body: long), 413,
                    "That is too much at once", "Go back, where your text still is, and send a shorter one."
                ),
                (
                    try await nobody.request("POST", "/ask", body: "{}", type: "application/json"), 415,
                    "That did not work", "The request could not be understood. Go back and try again."
                ),
                (
                    try await nobody.request("POST", "/ask", body: "text=100%"), 400, "That did not work",
                    "The form could not be read. Go back and send it again."
                ),
                (
                    try await test.get(asWritten: "/questions?q=100%"), 400, "That did not work",
                    "The form could not be read. Go back and send it again."
                ),
            ]
            for (reply, status, title, sentence) in cases {
                #expect(reply.status == status)
                #expect(reply.page.title == "\(title) – Riffle")
                #expect(reply.page.text.contains(" \(title) \(sentence) To the home page "))
                #expect(!reply.text.contains(/Error|Swift|Hummingbird|SQLite/), "\(title) shows the inside")
            }
        }
    }

    @Test func `a failure of ours is logged, and shown without its text`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            try await test.lose("member", of: "members")
            let reply = try await test.browser().request("GET", "/experts")
            #expect(reply.status == 500)
            #expect(reply.page.text.contains("We have noted what happened; please try again."))
            #expect(!reply.text.contains(/SQLite|no such table/))
            #expect(
                recorder.lines.contains { $0.hasPrefix("error GET /experts failed: ") && $0.contains("no such table") })
        }
    }

    @Test func `a failure while somebody asks is not even logged`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            try await test.lose("topic", of: "questions")
            let before = recorder.lines.count
            #expect(try await test.browser().request("GET", "/ask").status == 500)
            #expect(recorder.lines.count == before)
        }
    }
}
