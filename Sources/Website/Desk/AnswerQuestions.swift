import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/expert`: the questions given to an expert, who answers or hands them back. Nothing here tells of the asker.
struct AnswerQuestions: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ExpertContext>) {
        routes.get("/expert") { request, context in
            let held = try await site.desk.assigned(to: context.person)
            let settings = try await site.desk.routing()
            return try site.show(
                ExpertPage(questions: held.map { ExpertPage.Row($0, settings) }), for: request, context)
        }
        routes.get("/expert/:id") { request, context in
            guard let question = try await held(context) else { throw HTTPError(.notFound) }
            return try site.show(try await page(question, context), for: request, context)
        }
        routes.post("/expert/:id/answer", use: answer)
        routes.post("/expert/:id/return", use: handBack)
        routes.post("/expert/:id/clarification", use: clarify)
        routes.post("/expert/:id/acceptance", use: accept)
    }

    @Sendable private func answer(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        return try await act(context, form, .answered) { question, version in
            let draft = try Answer.Draft(Answer.Typed(form), today: site.world.today)
            try await site.desk.answer(question, draft, version: version, by: context.person)
        }
    }

    @Sendable private func handBack(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        return try await act(context, form, .handedBack) { question, version in
            let reason = PlainText.cleaned(form["reason"])
            guard (5...500).contains(reason.count) else {
                throw Invalid("reason", "Tell the moderators why, in 5 to 500 characters.")
            }
            try await site.desk.handBack(question, reason: reason, version: version, by: context.person)
        }
    }

    @Sendable private func clarify(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        return try await act(context, form, .clarified) { question, version in
            let remark = try Remark(form["clarification"], field: "clarification")
            try await site.desk.clarify(question, remark, version: version, by: context.person)
        }
    }

    @Sendable private func accept(_ request: Request, _ context: ExpertContext) async throws -> Response {
        try await act(context, try await request.form(), .accepted, then: "/expert/\(try context.id() as PersonID)") {
            question, version in
            try await site.desk.accept(question, version: version, by: context.person)
        }
    }

    private func act(
        _ context: ExpertContext, _ form: Form, _ notice: Notice, then next: String = "/expert",
        _ deed: (ID<Question>, _ version: Int) async throws -> Void
    ) async throws -> Response {
        do {
            try await deed(try context.id(), Int(form["version"]) ?? 0)
            return .seeOther(next, notice)
        } catch let wrong as Invalid {
            return try await again(context, form, [wrong], .unprocessableContent)
        } catch let wrong as InvalidFields {
            return try await again(context, form, wrong.all, .unprocessableContent)
        } catch let refusal as Desk.Refusal {
            return try await again(context, form, [refusal.sentence], .conflict)
        }
    }

    /// The page once more with what was typed. Of a question that is not with this expert nothing is shown but that.
    func again(
        _ context: ExpertContext, _ form: Form, _ wrong: [Invalid], _ status: HTTPResponse.Status
    ) async throws -> Response {
        let version = Int(form["version"]) ?? 0
        let changes = try await site.desk.changes(to: context.id(), since: version, for: context.person)
        let names = try await site.directory.names()
        guard let question = try await held(context) else {
            let page = QuestionGonePage(changes, names: names, form: form)
            return try site.show(page, to: context.member, status: .conflict)
        }
        return try site.show(
            try await page(question, context, form: form, wrong: wrong, changes: changes), to: context.member,
            status: status)
    }

    func page(
        _ question: Question, _ context: ExpertContext, form: Form = Form(), preview: Answer? = nil,
        wrong: [Invalid] = [], changes: Desk.Changes? = nil
    ) async throws -> AnswerPage {
        let names = try await site.directory.names()
        let writing = AnswerForm(
            question, by: context.person, names: names, today: site.world.today,
            saved: try await site.desk.draft(of: question.id, by: context.person), form: form, preview: preview,
            wrong: wrong)
        return AnswerPage(
            question, settings: try await site.desk.routing(), writing: writing, form: form, wrong: wrong,
            changes: changes, names: names)
    }

    func held(_ context: ExpertContext) async throws -> Question? {
        let id: ID<Question> = try context.id()
        return try await site.desk.assigned(to: context.person).first { $0.id == id }
    }
}

struct ExpertPage: Page {
    struct Row {
        let id: String
        let title: String
        let topic: String
        let status: Status
        let acceptance: Acceptance?

        init(_ question: Question, _ settings: RoutingSettings) {
            acceptance = Acceptance(question, settings)
            id = question.id.description
            title = Summary.title(of: question.redacted)
            topic = question.topic.name
            status = Status(question.step)
        }
    }
    static let template = "desk/expert"
    static let place: Section? = .expert
    let title = "Questions for you"
    let questions: [Row]
}

struct AnswerPage: Page {
    static let template = "desk/answer"
    static let place: Section? = .expert
    let title = "Answer a question"
    let id: String
    let version: Int
    let topic: String
    let status: Status
    let heading: String
    let pieces: [TextPiece]
    let errors: Errors?
    let writing: AnswerForm
    let reason: Field
    let canHandBack: Bool
    let thread: [ThreadRow]
    let canClarify: Bool
    let clarification: Field
    let stale: StaleView?
    let acceptance: Acceptance?

    init(
        _ question: Question, settings: RoutingSettings, writing: AnswerForm, form: Form, wrong: [Invalid],
        changes: Desk.Changes?, names: [PersonID: String]
    ) {
        acceptance = Acceptance(question, settings)
        id = question.id.description
        version = question.version
        topic = question.topic.name
        status = Status(question.step)
        heading = Summary.title(of: question.redacted)
        pieces = TextPiece.pieces(ofPublished: question.redacted)
        errors = Errors(wrong)
        self.writing = writing
        reason = Field(
            name: "reason", label: "Why it should go to someone else", value: form["reason"],
            error: wrong.sentence(for: "reason"))
        thread = question.thread.map(ThreadRow.init)
        canClarify = question.step.kind == .withExpert && question.openClarification == nil
        clarification = Field(
            name: "clarification", label: "Ask the asker", value: form["clarification"],
            hint: "They see it at their receipt and may reply. Ask nothing that would make them known.",
            error: wrong.sentence(for: "clarification"), rows: 3)
        if case .withExpert = question.step { canHandBack = true } else { canHandBack = false }
        let inBoxes =
            ["text", "sources", "review", "builds-on"] + (canClarify ? ["clarification"] : [])
            + (canHandBack ? ["reason"] : [])
        stale = wrong.isEmpty ? nil : StaleView(changes, names: names, form: form, inBoxes: Set(inBoxes))
    }
}

/// A clarifying question with its reply.
struct ThreadRow {
    let question: String
    let reply: String?

    init(_ clarification: Clarification) {
        question = clarification.text
        reply = clarification.reply
    }
}
