import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/expert/published/{id}`: what an expert would write in place of a published answer of theirs. A moderator reads it
/// before readers do.
struct ProposeCorrection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ExpertContext>) {
        routes.get("/expert/published/:id") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/expert/published/:id", use: propose)
    }

    @Sendable private func propose(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Question> = try context.id()
        var wrong: [Invalid] = []
        do {
            let note = wrong.checked { () throws(Invalid) in try PublicNote(form["note"], field: "note") }
            let draft = try Answer.Draft(Answer.Typed(form), today: site.world.today)
            if let note {
                try await site.desk.propose(draft, note: note, of: id, by: context.person)
                return .seeOther("/questions/\(id)", .proposed)
            }
        } catch let more as InvalidFields {
            wrong = more.all + wrong
        } catch is Desk.Refusal {
            throw HTTPError(.notFound)
        }
        return try site.show(
            try await page(context, form, wrong), to: context.member, status: .unprocessableContent)
    }

    private func page(
        _ context: ExpertContext, _ form: Form = Form(), _ wrong: [Invalid] = []
    ) async throws -> ProposalPage {
        let id: ID<Question> = try context.id()
        guard let question = try await site.desk.published(id),
            let answer = question.answers.first(where: { $0.expert == context.person })
        else { throw HTTPError(.notFound) }
        return ProposalPage(
            question, answer, proposed: try await site.desk.proposedCorrection(of: id, by: context.person),
            today: site.world.today, form: form, wrong: wrong)
    }
}

struct ProposalPage: Page {
    static let template = "desk/proposal"
    static let place: Section? = .expert
    let title = "Correct your answer"
    let id: String
    let heading: String
    let isProposed: Bool
    let errors: Errors?
    let text: Field
    let sources: Field
    let review: Field
    let note: Field

    init(
        _ question: Published, _ answer: Answer, proposed: ProposedCorrection?, today: Day, form: Form, wrong: [Invalid]
    ) {
        id = question.id.description
        heading = question.title
        isProposed = proposed != nil
        errors = Errors(wrong)
        let typed = form.has("text") ? Answer.Typed(form) : proposed?.typed ?? Answer.Typed(answer)
        var fields = AnswerForm.fields(typed, form, today: today, wrong: wrong)
        fields.text.hint = "Readers see it once a moderator has read it."
        (text, sources, review) = fields
        note = Field(
            name: "note", label: "What you corrected", value: form.has("note") ? form["note"] : proposed?.note,
            hint: "Readers see this with the month.", error: wrong.sentence(for: "note"))
    }
}
