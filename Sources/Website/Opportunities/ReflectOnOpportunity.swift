import HTTPTypes
import Hummingbird
import LearningSpace
import Opportunities
import Storage

/// `POST /opportunities/{id}/reflections`: an opportunity becomes the beginning of a reflection.
///
/// The two rooms do not know each other: what passes is a title and an address.
struct ReflectOnOpportunity: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/opportunities/:id/reflections", use: begin)
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let key = SendingKey(try await request.form()["key"]) ?? site.world.id()
        guard let opportunity = try await site.catalogue.opportunity(try context.id()) else {
            throw HTTPError(.notFound)
        }
        let name = [opportunity.title, opportunity.organisation].compactMap(\.self).joined(separator: ", ")
        let draft = try Reflection.Draft(title: String(name.prefix(150)), words: [:])
        let saving = try await site.journal.begin(
            draft, by: context.person, key: key,
            origin: Reflection.Origin(title: String(name.prefix(300)), path: "/opportunities/\(opportunity.id)"))
        switch saving {
        case .saved(let reflection), .conflict(_, let reflection):
            return .seeOther("/space/reflections/\(reflection.id)/edit")
        }
    }
}
