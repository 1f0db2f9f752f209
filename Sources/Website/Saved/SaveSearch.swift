import HTTPTypes
import Hummingbird
import Opportunities
import Storage

/// `/saved/searches`: what a member wants to hear of.
struct SaveSearch: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/saved/searches", use: save)
        routes.post("/saved/searches/:id/delete") { _, context in
            try await site.catalogue.remove(try context.id(), of: context.person)
            return Response.seeOther("/saved", .searchRemoved)
        }
        routes.post("/saved/searches/:id/alerts/delete") { _, context in
            try await site.catalogue.clearAlerts(of: try context.id(), of: context.person)
            return Response.seeOther("/saved", .read)
        }
    }

    @Sendable private func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        do {
            let search = try Search(form.first, places: site.catalogue.places, taxonomy: site.catalogue.taxonomy)
            try await site.catalogue.save(search, of: context.person)
            return .seeOther("/saved", .searchSaved)
        } catch let invalid as InvalidFields {
            let causes = try await site.catalogue.causes()
            let page = OpportunitiesPage(
                finder: FinderForm(form, causes: causes, wrong: invalid.all), results: nil, keeping: nil)
            return try site.show(page, to: context.member, status: .unprocessableContent)
        } catch let invalid as Invalid {
            throw HTTPError(.badRequest, message: invalid.sentence)
        }
    }
}

/// What of a page of results a member can keep, as the page shows it.
struct Keeping {
    /// Of this page, to come back to.
    let next: String
    /// Whether it asks anything.
    let isSearch: Bool
    /// The search, to be sent again in a form.
    let parameters: [Parameter]

    struct Parameter {
        let name: String
        let value: String
    }

    init(_ search: Search) {
        next = ResultsView.address(search.parameters)
        isSearch = search.title != nil
        parameters = search.parameters.filter { $0.key != "page" }.sorted { $0.key < $1.key }
            .map { Parameter(name: $0.key, value: $0.value) }
    }
}
