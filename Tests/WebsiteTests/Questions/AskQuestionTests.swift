import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

struct AskQuestionTests {
    @Test func `a form with mistakes comes back with the text, a sentence for each, and the same receipt`()
        async throws
    {
        try await withSite { test in
            let asker = test.browser()
            try await asker.open("/ask")
            let receipt = asker.page.forms.compactMap { $0.value("receipt") }.first
            asker.fill("text", "\n  <b>Too short</b>")
            try await asker.press("Send my question")
            #expect(asker.status == 422)
            #expect(asker.page.title == "Error: Ask a question – Riffle")
            #expect(asker.page.text.contains("Three things need your attention"))
            #expect(asker.page.error(of: "topic") == "Choose the topic that fits best.")
            #expect(asker.page.error(of: "text") == "Write your question in at least 20 characters.")
            #expect(asker.page.error(of: "terms") == "Read the terms and tick the box to agree to them.")
            #expect(asker.page.forms.compactMap { $0.value("receipt") }.first == receipt)
            #expect(asker.page.forms.compactMap { $0.value("text") }.first == "\n  <b>Too short</b>")
            let waiting = try await test.queue()
            #expect(waiting.isEmpty)
        }
    }

    @Test func `a form that was sent twice shows the same receipt and is one question`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let fields = try await Self.rightForm(asker)
            try await asker.post("/ask", fields)
            let first = try #require(asker.page.receipt)
            try await asker.post("/ask", fields)
            #expect(asker.status == 200)
            #expect(asker.page.receipt == first)
            let waiting = try await test.queue()
            #expect(waiting.count == 1)
        }
    }

    @Test func `the same receipt with another text is refused, and the text stays`() async throws {
        try await withSite { test in
            let asker = test.browser()
            var fields = try await Self.rightForm(asker)
            try await asker.post("/ask", fields)
            fields[2].1 = "Something else altogether that I want to ask."
            try await asker.post("/ask", fields)
            #expect(asker.status == 409)
            #expect(asker.page.html.contains("Something else altogether that I want to ask."))
            #expect(asker.page.error(of: "text")?.hasPrefix("This form was sent before with another text.") == true)
        }
    }

    @Test func `a form without its receipt gets another and loses nothing`() async throws {
        try await withSite { test in
            let asker = test.browser()
            try await asker.post(
                "/ask", [("topic", "careers"), ("text", "Is there a way back after ten years away?"), ("terms", "yes")])
            #expect(asker.status == 200)
            #expect(asker.page.receipt?.count == 34)
        }
    }

    @Test func `nothing sets a cookie or shows a name, though the asker is signed in`() async throws {
        try await withSite { test in
            let member = try await test.browser(of: test.cast.member)
            let receipt = try await test.browser().ask("Is there a way back after ten years away?")
            for (method, path, body) in [
                ("GET", "/ask", nil), ("GET", "/receipt", nil), ("POST", "/ask", "text=short"),
                ("POST", "/receipt", "receipt=\(receipt)"), ("POST", "/receipt", "receipt=none"),
                ("POST", "/ask", "topic=careers&terms=yes&text=Is+there+a+way+back+after+ten+years"),
                ("POST", "/ask", "text=%"), ("HEAD", "/ask", nil), ("GET", "/ask?done=%", nil),
            ] as [(String, String, String?)] {
                let reply = try await member.request(method, path, body: body)
                #expect(reply.headers["set-cookie"] == nil, "\(method) \(path)")
                #expect(!reply.text.contains("Mara"), "\(method) \(path)")
            }
        }
    }

    @Test func `a question can begin from a link, and is not sent by it`() async throws {
        try await withSite { test in
            let asker = test.browser()
            try await asker.open("/ask?topic=careers&text=What+do+you+make+of+this%3F&terms=yes")
            let form = try #require(asker.page.forms.first { $0.action == "/ask" })
            #expect(form.value("topic") == "careers")
            #expect(form.value("text") == "What do you make of this?")
            let waiting = try await test.queue()
            #expect(waiting.isEmpty)
        }
    }

    @Test func `when more comes in than the desk can take, the text is kept for later`() async throws {
        try await withSite { test in
            let asker = test.browser()
            for number in 0..<60 { _ = try await asker.ask("This is question number \(number) of this hour.") }
            try await asker.open("/ask")
            asker.fill("topic", "careers")
            asker.fill("text", "This is the one that is too many.")
            asker.fill("terms", "yes")
            try await asker.press("Send my question")
            #expect(asker.status == 429)
            #expect(asker.page.html.contains("This is the one that is too many."))
            #expect(asker.page.text.contains("Keep your text and send it later."))
            test.world.advance(hours: 1)
            try await asker.press("Send my question")
            #expect(asker.page.receipt != nil)
        }
    }

    /// The fields of the form on the page, filled: receipt, topic, text, terms.
    private static func rightForm(_ asker: Browser) async throws -> [(String, String)] {
        try await asker.open("/ask")
        let receipt = try #require(asker.page.forms.compactMap { $0.value("receipt") }.first)
        return [
            ("receipt", receipt), ("topic", "careers"), ("text", "Is there a way back after ten years away?"),
            ("terms", "yes"),
        ]
    }
}
