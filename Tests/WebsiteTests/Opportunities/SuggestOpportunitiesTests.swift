import Foundation
import Testing
import Website

/// What the search box suggests, as the page asks for it.
struct SuggestOpportunitiesTests {
    @Test func `suggestions are as their description says, for whatever is typed`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            let description = try JSON(try await browser.request("GET", "/api/openapi.json").data)
            let answers = try #require(description["paths"]?["/opportunities/suggest"]?["get"]?["responses"])
            func schema(_ status: String) throws -> JSON {
                try #require(answers[status]?["content"]?["application/json"]?["schema"])
            }
            let schemas = JSONSchema(document: description)
            for typed in [
                "q=bir", "q=animal+w", "q=volunteer+", "q=befreinding", "q=%22a", "q=%00", "q=", "", "q=a&q=b",
            ] {
                let reply = try await browser.request("GET", "/opportunities/suggest?\(typed)")
                #expect(reply.status == 200, "\(typed)")
                #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
                #expect(schemas.problems(of: try JSON(reply.data), try schema("200")) == [], "\(typed)")
            }
            for typed in ["q=" + String(repeating: "a", count: 501), "q=%ff"] {
                let reply = try await browser.request("GET", "/opportunities/suggest?\(typed)")
                #expect(reply.status == 400)
                #expect(schemas.problems(of: try JSON(reply.data), try schema("400")) == [])
            }
        }
    }

    @Test func `a place and a cause are suggested as the form takes them`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            func suggested(_ typed: String, _ kind: String) async throws -> String? {
                let reply = try await browser.request("GET", "/opportunities/suggest?q=\(typed)")
                return try JSON(reply.data)["suggestions"]?.list.first { $0["kind"]?.text == kind }?["value"]?.text
            }
            try await browser.open("/opportunities")
            browser.fill("near", try #require(try await suggested("birm", "place")))
            browser.fill("cause", try #require(try await suggested("animal", "cause")))
            try await browser.press("Find opportunities")
            #expect(browser.status == 200)
            #expect(browser.page.text.contains("Distances are from Birmingham"))
        }
    }
}
