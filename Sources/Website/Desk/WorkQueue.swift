import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// `/desk`: what waits, for how long, by step and topic; and what can be done with several at once.
struct WorkQueue: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk") { request, context in
            try site.show(try await page(try request.query, context), for: request, context)
        }
        routes.post("/desk/selection", use: act)
    }

    /// - Parameter form: the query of the page, or the form on it that came back.
    private func page(_ form: Form, _ context: ModeratorContext, wrong: [Invalid] = []) async throws -> DeskPage {
        let shown = QueueAddress(form, topics: try await site.desk.topics())
        let queue = try await site.desk.queue(for: context.person, showing: shown.choice, page: shown.page)
        let reports = try await site.waitingReports()
        return DeskPage(
            queue, shown: shown, waitingReports: reports == 0 ? nil : reports, lines: try await lines(form),
            fields: try await fields(form, wrong), wrong: wrong)
    }

    @Sendable private func act(_ request: Request, _ context: ModeratorContext) async throws -> Response {
        let form = try await request.form()
        let reasons = try await site.desk.reasons()
        let selection: Selection
        do {
            selection = try Selection(form, reasons: reasons)
        } catch {
            return try site.show(
                try await page(form, context, wrong: error.all), to: context.member, status: .unprocessableContent)
        }
        let done = try await selection.carriedOut(at: site.desk, by: context.person)
        return try site.show(
            SelectionPage(
                done, act: selection.act, shown: QueueAddress(form, topics: try await site.desk.topics()),
                lines: try await lines(form), fields: try await fields(form, [])),
            to: context.member)
    }

    private func fields(_ form: Form, _ wrong: [Invalid]) async throws -> SelectionFields {
        let names = try await site.directory.names()
        return SelectionFields(
            form, experts: try await site.desk.experts(), reasons: try await site.desk.reasons(), names: names,
            wrong: wrong)
    }

    private func lines(_ form: Form) async throws -> QueueLines {
        QueueLines(
            today: site.world.today, names: try await site.directory.names(),
            selected: Set(form.all("item").compactMap { Selection.Item($0)?.id }))
    }
}

struct DeskPage: Page {
    static let template = "desk/desk"
    static let place: Section? = .desk
    let title = "Desk"
    let errors: Errors?
    let steps: [QueueAddress.Link]
    let topics: [QueueAddress.Link]
    let summary: String
    let rows: [QueueLines.Row]
    let hasRows: Bool
    let isEmpty: Bool
    let fields: SelectionFields
    let kept: [QueueAddress.Parameter]
    let pages: Pages?

    /// nil where none waits.
    let waitingReports: Int?

    init(
        _ queue: Queue, shown: QueueAddress, waitingReports: Int?, lines: QueueLines, fields: SelectionFields,
        wrong: [Invalid]
    ) {
        self.waitingReports = waitingReports
        errors = Errors(wrong)
        steps = shown.steps(queue, today: lines.today)
        topics = shown.topics(queue)
        summary = queue.found == 1 ? "1 question" : "\(queue.found) questions"
        rows = queue.groups.map(lines.row)
        hasRows = !rows.isEmpty
        isEmpty = queue.all.questions == 0
        self.fields = fields
        kept = shown.parameters(page: queue.page)
        pages = Pages("Pages of the queue", queue.page, of: queue.pages) { shown.address(page: $0) }
    }
}
