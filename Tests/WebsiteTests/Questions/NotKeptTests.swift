import Testing

/// What an asker reads where the desk can keep nothing, as on a full disk.
struct NotKeptTests {
    @Test func `a question that cannot be kept comes back with its words, to be sent again`() async throws {
        try await withSite { test in
            let asker = test.browser()
            try await asker.open("/ask")
            try await test.lose("question", of: "questions")
            asker.fill("topic", "careers")
            asker.fill("text", "My partner works there too, may I say so?")
            asker.fill("terms", "yes")
            try await asker.press("Send my question")
            #expect(asker.status == 503)
            #expect(asker.page.error(of: "text")?.hasPrefix("We could not keep your question just now.") == true)
            #expect(asker.page.forms.contains { $0.value("text") == "My partner works there too, may I say so?" })
            let script = try await asker.request(
                "POST", "/ask", body: "topic=careers&text=My+partner+works+there+too&terms=yes",
                headers: ["Accept": "application/json"])
            #expect(script.status == 503)
            #expect(try JSON(script.data)["errors"] != nil)
        }
    }

    @Test func `what is written at a receipt comes back where it cannot be kept`() async throws {
        try await withSite { test in
            let asker = test.browser()
            let receipt = try await asker.ask("Should I accept the new contract they offer me?")
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("clarification", "Is the new contract for a fixed term?")
            try await expert.press("Ask the asker")
            try await asker.post("/receipt", [("receipt", receipt)])
            try await test.forbidWriting(to: "pending_act", of: "questions")
            asker.fill("reply", "It is, for two years.")
            try await asker.press("Send the reply")
            #expect(asker.status == 503)
            #expect(asker.page.text.contains("We could not do that just now."))
            #expect(asker.page.html.contains("It is, for two years.</textarea>"))
        }
    }

    @Test func `a failure on the way to ask does not claim to be noted, because it is not`() async throws {
        try await withSite { test in
            try await test.lose("topic", of: "questions")
            let reply = try await test.browser().request("GET", "/ask")
            #expect(reply.status == 500)
            #expect(reply.page.text.contains("Nothing of it is noted here, so that nothing points to you"))
        }
    }
}
