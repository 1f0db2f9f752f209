import HTTPTypes
import Hummingbird
import Opportunities
import Storage
import TextSearch

/// `GET /opportunities/suggest?q=`: what somebody who types may mean, for the search box. `Public/api/openapi.json`
/// describes it.
struct SuggestOpportunities: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/opportunities/suggest", use: suggest)
    }

    @Sendable private func suggest(_ request: Request, _ context: FrontContext) async throws -> Response {
        guard let typed = try? request.query["q"] else {
            return try refusal("The query could not be read: check its percent signs.")
        }
        guard typed.count <= Search.longestText else {
            return try refusal("Use at most \(Search.longestText) characters; there were \(typed.count).")
        }
        return try .json(Suggested(try await site.catalogue.suggestions(for: typed)), .ok)
    }

    private func refusal(_ sentence: String) throws -> Response {
        try .json(Refused(error: .init(field: "q", message: sentence)), .badRequest)
    }
}

private struct Suggested: Encodable {
    struct Item: Encodable {
        let kind: String
        let text: String
        let value: String
        let opportunities: Int
    }
    let suggestions: [Item]

    init(_ suggestions: [Suggestion]) {
        self.suggestions = suggestions.map {
            Item(kind: $0.kind.rawValue, text: $0.text, value: $0.value, opportunities: $0.opportunities)
        }
    }
}
