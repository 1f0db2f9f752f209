import HTTPTypes
import Hummingbird
import Opportunities
import Storage

/// `/admin/sources`: what each provider sent, what was wrong with it, and what a person has to decide.
struct AdministerSources: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/sources") { request, context in
            var reports: [SourceView] = []
            for source in try await site.catalogue.sources() {
                if let report = try await site.catalogue.report(source.name) { reports.append(SourceView(report)) }
            }
            return try site.show(SourcesPage(sources: reports), for: request, context)
        }
        routes.post("/admin/sources/:name/acceptance") { _, context in try await decide(.accepted, context) }
        routes.post("/admin/sources/:name/refusal") { _, context in try await decide(.refused, context) }
    }

    private func decide(
        _ decision: HarvestState.Held.Decision, _ context: AdministratorContext
    ) async throws -> Response {
        let name = context.parameters.get("name") ?? ""
        guard try await site.catalogue.decide(decision, on: name) else { throw HTTPError(.notFound) }
        return .seeOther("/admin/sources", .saved)
    }
}

struct SourcesPage: Page {
    static let template = "admin/sources"
    static let place: Section? = .admin
    let title = "Sources"
    let sources: [SourceView]
}
