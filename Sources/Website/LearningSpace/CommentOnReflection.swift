import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// `/shared/{id}/comments`: saying something to a reflection, and taking it back.
struct CommentOnReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/shared/:id/comments", use: comment)
        routes.post("/shared/:id/comments/:comment/showing") { _, context -> Response in
            try await show(true, context)
        }
        routes.post("/shared/:id/comments/:comment/showing/delete") { _, context -> Response in
            try await show(false, context)
        }
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
                try form.comment(), on: try context.id(), at: place(form),
                by: context.person, key: SendingKey(form["key"]) ?? site.world.id())
            guard let id else { throw HTTPError(.notFound) }
            return .seeOther(try await page(context) + "?done=commented#c-\(id)")
        } catch let wrong as Invalid {
            return try await site.showReflection(
                request, context, status: .unprocessableContent, form: form, wrong: [wrong])
        }
    }

    private func show(_ isShown: Bool, _ context: MemberContext) async throws -> Response {
        let comment: ID<LearningSpace.Comment> = try context.id("comment")
        guard try await site.journal.show(comment, isShown, by: context.person) else { throw HTTPError(.notFound) }
        return .seeOther(try await page(context) + "?done=saved#c-\(comment)")
    }

    private func place(_ form: Form) -> LearningSpace.Comment.Place {
        if let comment = ID<LearningSpace.Comment>(form["reply"]) { return .reply(to: comment) }
        return form["stage"].isEmpty ? .reflection : .stage(form["stage"])
    }

    private func page(_ context: MemberContext) async throws -> String {
        try await site.page(of: try context.id(), for: context.person)
    }
}

extension Site {
    /// The page a reflection has for this reader; where a share has ended, the list.
    func page(of id: ID<Reflection>, for person: PersonID) async throws -> String {
        switch try await journal.reading(of: id, by: person)?.access {
        case .owner: return "/space/reflections/\(id)"
        case .peer: return "/shared/\(id)"
        case nil: return "/shared"
        }
    }
}

extension Form {
    func comment() throws(Invalid) -> LearningSpace.Comment.Draft {
        try LearningSpace.Comment.Draft(
            body: self["body"], kind: LearningSpace.Comment.Kind(rawValue: self["kind"]),
            isForReaders: all("agree").contains("readers"), mayName: all("agree").contains("name"))
    }
}
