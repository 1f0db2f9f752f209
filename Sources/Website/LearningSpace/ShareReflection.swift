import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// Opening a reflection to others, and closing it again.
struct ShareReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/space/reflections/:id/shares", use: share)
        routes.post("/space/shares/:id/delete") { _, context -> Response in
            guard let reflection = try await site.journal.withdraw(try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/reflections/\(reflection)", .withdrawn)
        }
    }

    @Sendable private func share(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Reflection> = try context.id()
        do {
            let draft = try Share.Draft(
                with: try await audiences(form), by: context.person, today: site.world.today)
            guard try await site.journal.share(id, draft, by: context.person) != nil else { throw HTTPError(.notFound) }
            return .seeOther("/space/reflections/\(id)", .shared)
        } catch let invalid as InvalidFields {
            return try await site.showReflection(
                request, context, status: .unprocessableContent, form: form, wrong: invalid.all)
        }
    }

    /// Ids of people who are members; any other is passed over.
    private func audiences(_ form: Form) async throws -> [Share.Audience] {
        switch form["audience"] {
        case "everyone": return [.everyMember]
        case "named":
            let names = try await site.directory.names()
            return form.all("person").compactMap(PersonID.init).filter { names[$0] != nil }.map(Share.Audience.member)
        default: return []
        }
    }
}
