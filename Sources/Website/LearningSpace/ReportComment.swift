import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// `/shared/{id}/comments/{comment}/report`: a member says what is wrong with a comment they can read.
struct ReportComment: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/shared/:id/comments/:comment/report") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/shared/:id/comments/:comment/reports", use: report)
    }

    @Sendable private func report(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let reflection: ID<Reflection> = try context.id()
        do {
            let draft = try CommentReport.Draft(reason: form["reason"], words: form["words"])
            guard site.reportGate.allows(context.person.description) else {
                return try site.show(
                    try await page(context, form, wrong: [.tooManyReports]), to: context.member,
                    status: .tooManyRequests)
            }
            let isThere = try await site.journal.report(
                draft, try context.id("comment"), on: reflection, by: context.person)
            guard isThere else { throw HTTPError(.notFound) }
            return .seeOther("/shared/\(reflection)", .reported)
        } catch let wrong as InvalidFields {
            return try site.show(
                try await page(context, form, wrong: wrong.all), to: context.member, status: .unprocessableContent)
        }
    }

    private func page(
        _ context: MemberContext, _ form: Form = Form(), wrong: [Invalid] = []
    ) async throws -> ReportCommentPage {
        let reflection: ID<Reflection> = try context.id()
        let comment: ID<LearningSpace.Comment> = try context.id("comment")
        let body = try await site.journal.reportable(comment, on: reflection, for: context.person)
        guard let body else { throw HTTPError(.notFound) }
        return ReportCommentPage(
            reflection: reflection.description, comment: comment.description, body: body, form: form, wrong: wrong)
    }
}

struct ReportCommentPage: Page {
    static let template = "space/report"
    static let place: Section? = .shared
    let title = "Report a comment"
    let reflection: String
    let comment: String
    let body: String
    let errors: Errors?
    let reason: Choices
    let words: Field

    init(reflection: String, comment: String, body: String, form: Form, wrong: [Invalid]) {
        self.reflection = reflection
        self.comment = comment
        self.body = body
        errors = Errors(wrong)
        reason = Choices(
            name: "reason", field: "reason", label: "What is wrong with it?", error: wrong.sentence(for: "reason"),
            options: CommentReport.Reason.allCases.map {
                Choice(value: $0.rawValue, words: $0.sentence, isChosen: form["reason"] == $0.rawValue)
            })
        words = .wordsOfReport(form, wrong)
    }
}
