import Foundation
import Testing
import Website

/// The search for programs is what its description says, and nothing else.
struct OpportunityAPITests {
    @Test func `every parameter of the description is taken, every answer is as described`() async throws {
        try await withSite(opportunities: true) { test in
            let description = try await Self.description(test)
            let operation = try #require(description["paths"]?["/api/opportunities"]?["get"])
            let parameters = try #require(operation["parameters"]).list
            #expect(Set(parameters.compactMap { $0["name"]?.text }) == Set(SearchNames.all))
            let schemas = JSONSchema(document: description)
            let found = try #require(Self.schema(operation, "200"))
            let refused = try #require(Self.schema(operation, "400"))

            var queries = [
                "", "?q=befriending", "?q=befreinding&near=Birmingham&within=100", "?near=B3&remote=also&limit=100",
                "?q=nothinglikethis&near=B3&within=1", "?nonsense=1", "?q=",
            ]
            for parameter in parameters {
                let name = try #require(parameter["name"]?.text)
                let values = (parameter["schema"]?["enum"]?.list ?? []) + [parameter["example"] ?? .null]
                queries += values.map { "?\(name)=\(Self.written($0))" }
            }
            for query in queries {
                let reply = try await test.browser().request("GET", "/api/opportunities" + query)
                #expect(reply.status == 200, "\(query): \(reply.text)")
                #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
                #expect(schemas.problems(of: try JSON(reply.data), found) == [], "\(query)")
            }

            for (name, value) in Self.wrong {
                let reply = try await test.browser().request("GET", "/api/opportunities?\(name)=\(value)")
                let answer = try JSON(reply.data)
                #expect(reply.status == 400, "\(name)=\(value.prefix(40))")
                #expect(schemas.problems(of: answer, refused) == [], "\(name)")
                #expect(answer["error"]?["field"]?.text == name)
                #expect(answer["error"]?["message"]?.text?.hasSuffix(".") == true)
            }
            #expect(Set(Self.wrong.map(\.0)) == Set(SearchNames.all))
        }
    }

    @Test func `reasons add up to the score, and the page is where the id says`() async throws {
        try await withSite(opportunities: true) { test in
            let reply = try await test.browser().request(
                "GET", "/api/opportunities?q=older+people&near=Birmingham&within=200&limit=5")
            let answer = try JSON(reply.data)
            let results = try #require(answer["results"]).list
            #expect(results.count == 5)
            for result in results {
                let score = try #require(result["score"]?.number)
                let sum = try #require(result["why"]).list.compactMap { $0["value"]?.number }.reduce(0, +)
                #expect(abs(score - sum) < 0.001)
                let id = try #require(result["id"]?.text)
                let page = try await test.browser().request("GET", "/opportunities/\(id)")
                #expect(page.page.title == (result["title"]?.text ?? "") + " – Riffle")
            }
            let scores = results.compactMap { $0["score"]?.number }
            #expect(scores == scores.sorted(by: >))
        }
    }

    @Test func `the description is one of OpenAPI 3.1 and refers to nothing that it lacks`() async throws {
        try await withSite { test in
            let reply = try await test.browser().request("GET", "/api/openapi.json")
            let description = try JSON(reply.data)
            #expect(description["openapi"]?.text == "3.1.0")
            for match in reply.text.matches(of: /"\$ref": "#\/components\/schemas\/([A-Za-z]+)"/) {
                #expect(description["components"]?["schemas"]?[String(match.1)] != nil, "\(match.1)")
            }
            for path in description["paths"]?.keys ?? [] { #expect(test.site.routes.contains("GET \(path)")) }
        }
    }

    /// For each parameter something that it cannot be.
    private static let wrong = [
        ("q", String(repeating: "a", count: 501)), ("near", "Nowhere-on-Sea"), ("within", "0"), ("within", "far"),
        ("cause", String(repeating: "a", count: 101)), ("brings", String(repeating: "a", count: 501)),
        ("develops", String(repeating: "a", count: 501)), ("remote", "perhaps"), ("hours", "81"), ("hours", "some"),
        ("day", "someday"), ("slot", "night"), ("from", "2026-02-30"), ("from", "tomorrow"), ("cost", "much"),
        ("checks", "some"), ("access", "ramp"), ("spelling", "odd"), ("page", "0"), ("page", "x"), ("page", "51"),
        ("limit", "101"), ("limit", "-1"), ("kind", "rare"), ("references", "two"), ("age", "4"), ("age", "old"),
        ("stated", "some"), ("lean", "left"), ("facets", "some"),
    ]

    private static func description(_ test: TestSite) async throws -> JSON {
        try JSON(try await test.browser().request("GET", "/api/openapi.json").data)
    }

    private static func schema(_ operation: JSON, _ status: String) -> JSON? {
        operation["responses"]?[status]?["content"]?["application/json"]?["schema"]
    }

    private static func written(_ value: JSON) -> String {
        switch value {
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .text(let text): text.replacing(" ", with: "+")
        default: ""
        }
    }
}
