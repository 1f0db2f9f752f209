import HTTPTypes
import Hummingbird
import Opportunities
import Storage

/// `/saved/{id}`: an opportunity as it was saved, what its advert says differently now, and how far one is with it.
struct ReadSaved: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/saved/:id") { request, context in
            try site.show(
                SavedListingPage(try await saved(context), today: site.world.today), for: request, context)
        }
        routes.post("/saved/:id/progress", use: note)
        routes.post("/saved/:id/deed", use: noteDeed)
    }

    @Sendable private func note(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let saved = try await saved(context)
        guard let move = SavedListingPage.Button.all.first(where: { $0.value == form["move"] })?.move else {
            return try refusal(saved, "Choose one of the buttons.", context)
        }
        guard try await site.catalogue.note(move, about: saved.id, of: context.person) != nil else {
            return try refusal(saved, "That was noted already, or in another window something else was.", context)
        }
        return .seeOther("/saved/\(saved.id)", .noted)
    }

    @Sendable private func noteDeed(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let saved = try await saved(context)
        do {
            let deed = try Deed(day: form["day"], hours: form["hours"], today: site.world.today)
            guard try await site.catalogue.note(.did(deed), about: saved.id, of: context.person) != nil else {
                return try refusal(saved, "You had let it go. Take it up again first.", context)
            }
            return .seeOther("/saved/\(saved.id)", .noted)
        } catch let invalid as InvalidFields {
            let page = SavedListingPage(saved, today: site.world.today, form: form, wrong: invalid.all)
            return try site.show(page, to: context.member, status: .unprocessableContent)
        }
    }

    private func refusal(
        _ saved: SavedOpportunity, _ sentence: String, _ context: MemberContext
    ) throws -> Response {
        let page = SavedListingPage(saved, today: site.world.today, wrong: [Invalid("progress", sentence)])
        return try site.show(page, to: context.member, status: .conflict)
    }

    private func saved(_ context: MemberContext) async throws -> SavedOpportunity {
        guard let saved = try await site.catalogue.saved(try context.id(), of: context.person) else {
            throw HTTPError(.notFound)
        }
        return saved
    }
}
