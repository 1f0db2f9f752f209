import HTTPTypes
import Hummingbird
import Opportunities
import Storage

/// `/saved`: what a member saved, what is new in their searches, and the form behind every "Save".
struct KeepShortlist: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/saved", use: show)
        routes.post("/saved/:id", use: save)
        routes.post("/saved/:id/delete", use: remove)
    }

    @Sendable private func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = SavedPage(
            try await site.catalogue.shortlist(of: context.person),
            try await site.catalogue.savedSearches(of: context.person), today: site.world.today,
            mail: try await SavedPage.mail(site, context.person))
        return try site.show(page, for: request, context)
    }

    @Sendable private func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: ID<Opportunity> = try context.id()
        let form = try await request.form()
        switch try await site.catalogue.save(id, of: context.person) {
        case .saved: return .back(to: form["next"], at: id, .shortlisted)
        case .unknown: throw HTTPError(.notFound)
        case .full:
            throw HTTPError(
                .badRequest,
                message: """
                    Your shortlist holds \(Catalogue.mostSaved) opportunities, which is as many as there is room for. \
                    Remove one first.
                    """)
        }
    }

    @Sendable private func remove(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: ID<Opportunity> = try context.id()
        let form = try await request.form()
        try await site.catalogue.unsave(id, of: context.person)
        return .back(to: form["next"], at: id, .unlisted)
    }
}

extension Response {
    /// To the page the button stood on, at the line it stood in. The page travels in the form, so that no log and no
    /// other site ever has it.
    fileprivate static func back(to page: String, at id: ID<Opportunity>, _ notice: Notice) -> Response {
        var response = Response.seeOther(Address.local(page, or: "/saved"), notice)
        if let path = response.headers[.location] { response.headers[.location] = path + "#at-\(id)" }
        return response
    }
}
