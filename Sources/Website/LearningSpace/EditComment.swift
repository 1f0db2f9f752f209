import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// `/shared/{id}/comments/{comment}`: its writer changes it, within ten minutes and before anybody answers.
struct EditComment: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/shared/:id/comments/:comment/edit") { request, context in
            try site.show(try await page(context, Form()), for: request, context)
        }
        routes.post("/shared/:id/comments/:comment", use: edit)
    }

    @Sendable private func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let comment: ID<LearningSpace.Comment> = try context.id("comment")
        do {
            let draft = try form.comment()
            guard try await site.journal.edit(comment, to: draft, by: context.person) else {
                return try site.show(
                    try await page(context, form, wrong: [.tooLateToChange]), to: context.member, status: .conflict)
            }
            let page = try await site.page(of: try context.id(), for: context.person)
            return .seeOther(page + "?done=saved#c-\(comment)")
        } catch let wrong as Invalid {
            return try site.show(
                try await page(context, form, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    /// Only for who wrote it and can still read along; what is typed comes back though it is too late.
    private func page(_ context: MemberContext, _ form: Form, wrong: [Invalid] = []) async throws -> EditCommentPage {
        let id: ID<Reflection> = try context.id()
        let comment: ID<LearningSpace.Comment> = try context.id("comment")
        let reading = try await site.journal.reading(of: id, by: context.person)
        let all = reading?.threads.flatMap(\.comments) ?? []
        guard let found = all.first(where: { $0.id == comment }),
            case .words(let words, context.person) = found.content,
            form.has("body") || reading?.mayEdit(found, at: site.world.now()) == true
        else { throw HTTPError(.notFound) }
        return EditCommentPage(
            reflection: id.description, comment: comment.description, errors: Errors(wrong),
            body: Field(
                name: "body", label: "Your comment", value: form.has("body") ? form["body"] : words,
                hint: "You can change it for ten minutes after you sent it, until somebody answers.",
                error: wrong.sentence(for: "body"), rows: 6))
    }
}

extension Invalid {
    /// What was typed stands in the box, to be copied.
    fileprivate static let tooLateToChange = Invalid(
        "body",
        "It can no longer be changed: ten minutes are over, or somebody has answered. Copy this into a reply.")
}

struct EditCommentPage: Page {
    static let template = "space/comment"
    static let place: Section? = .shared
    let title = "Change your comment"
    let reflection: String
    let comment: String
    let errors: Errors?
    let body: Field
}
