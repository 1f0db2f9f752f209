import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// `/desk/reports`: what readers report, until a moderator has decided. A form names the reports it was shown with, so
/// that one which came in between is not decided on unread.
struct DecideReports: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/reports") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/desk/reports/dismissals") { request, context in
            try await act(request, context, .dismissed) { form, note in
                try await site.desk.dismiss(
                    form.all("report").compactMap(ID<Report>.init), note: note, by: context.person)
            }
        }
        routes.post("/desk/reports/marks") { request, context in
            try await act(request, context, .marked) { form, note in
                try await site.desk.markForTakeDown(
                    form.all("report").compactMap(ID<Report>.init), note: note, by: context.person)
            }
        }
        routes.post("/desk/reports/comments/:id/dismissals") { request, context in
            let id: ID<LearningSpace.Comment> = try context.id()
            return try await act(request, context, .dismissed) { form, note in
                let (reported, key) = try await reported(id, context)
                try await site.desk.note(.dismissed, on: id, key: key, note: note, by: context.person)
                let seen = Set(form.all("report").compactMap(ID<CommentReport>.init))
                try await site.journal.dismiss(reported.reports.map(\.id).filter(seen.contains))
            }
        }
        routes.post("/desk/reports/comments/:id/removal") { request, context in
            let id: ID<LearningSpace.Comment> = try context.id()
            return try await act(request, context, .removed) { _, note in
                let (_, key) = try await reported(id, context)
                try await site.desk.note(.removed, on: id, key: key, note: note, by: context.person)
                guard try await site.journal.removeReported(id) else { throw Desk.Refusal.gone }
            }
        }
    }

    /// A comment that waits for this moderator, and the report under which the decision is written down.
    private func reported(
        _ id: ID<LearningSpace.Comment>, _ context: ModeratorContext
    ) async throws -> (ReportedComment, key: ID<CommentReport>) {
        let comment = try await site.journal.reportedComments().first { $0.id == id }
        guard let comment, let key = comment.reports.first?.id else { throw Desk.Refusal.gone }
        guard comment.author != context.person else { throw Desk.Refusal.ownWords }
        return (comment, key)
    }

    private func act(
        _ request: Request, _ context: ModeratorContext, _ notice: Notice,
        _ deed: (Form, _ note: String) async throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        do {
            let note = PlainText.cleaned(form["note"])
            guard note.count <= 500 else { throw Invalid("reports", "Shorten the note to 500 characters.") }
            try await deed(form, note)
            return .seeOther("/desk/reports", notice)
        } catch let wrong as Invalid {
            return try await again(context, form, wrong, .unprocessableContent)
        } catch Desk.Refusal.ownWords {
            let wrong = Invalid("reports", "You wrote this, so another moderator has to decide.")
            return try await again(context, form, wrong, .conflict)
        } catch Desk.Refusal.gone {
            let wrong = Invalid("reports", "Somebody has decided on this meanwhile. What is left is below.")
            return try await again(context, form, wrong, .conflict)
        }
    }

    private func again(
        _ context: ModeratorContext, _ form: Form, _ wrong: Invalid, _ status: HTTPResponse.Status
    ) async throws -> Response {
        try site.show(try await page(context, form, wrong: [wrong]), to: context.member, status: status)
    }

    private func page(
        _ context: ModeratorContext, _ form: Form = Form(), wrong: [Invalid] = []
    ) async throws -> ReportsPage {
        ReportsPage(
            pages: try await site.desk.reported(), comments: try await site.journal.reportedComments(),
            proposed: try await site.desk.proposedCorrections(), names: try await site.directory.names(),
            person: context.person, form: form, wrong: wrong)
    }
}
