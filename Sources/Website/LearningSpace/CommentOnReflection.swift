import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// `/shared/{id}/comments`: saying something to a reflection, and taking it back.
struct CommentOnReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/shared/:id/comments", use: comment)
        routes.post("/shared/:id/comments/:comment/delete") { request, context -> Response in
            guard try await site.journal.remove(try context.id("comment"), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther(try await page(context), .removed)
        }
    }

    @Sendable private func comment(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        do {
            let id = try await site.journal.comment(
                try LearningSpace.Comment.Draft(body: form["body"]), on: try context.id(), at: place(form),
                by: context.person, key: SendingKey(form["key"]) ?? site.world.id())
            guard let id else { throw HTTPError(.notFound) }
            return .seeOther(try await page(context) + "?done=commented#c-\(id)")
        } catch let wrong as Invalid {
            return try await site.showReflection(
                request, context, status: .unprocessableContent, form: form, wrong: [wrong])
        }
    }

    private func place(_ form: Form) -> LearningSpace.Comment.Place {
        if let comment = ID<LearningSpace.Comment>(form["reply"]) { return .reply(to: comment) }
        return form["stage"].isEmpty ? .reflection : .stage(form["stage"])
    }

    /// The page the reflection has for this reader; where a share has ended, the list.
    private func page(_ context: MemberContext) async throws -> String {
        let id: ID<Reflection> = try context.id()
        switch try await site.journal.reading(of: id, by: context.person)?.access {
        case .owner: return "/space/reflections/\(id)"
        case .peer: return "/shared/\(id)"
        case nil: return "/shared"
        }
    }
}
