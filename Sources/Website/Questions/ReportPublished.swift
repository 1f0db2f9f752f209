import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/questions/{id}/report`: a member says what is wrong with a published page. Nobody's name goes along, since the
/// member may be the one who asked; how many each sends is counted in memory alone.
struct ReportPublished: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/questions/:id/report") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/questions/:id/reports", use: report)
    }

    @Sendable private func report(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Question> = try context.id()
        do {
            let draft = try Report.Draft(
                subject: PersonID(form["about"]).map { .answer(by: $0) } ?? .question, reason: form["reason"],
                words: form["words"])
            guard site.reportGate.allows(context.person.description) else {
                return try site.show(
                    try await page(context, form, wrong: [.tooManyReports]), to: context.member,
                    status: .tooManyRequests)
            }
            guard try await site.desk.report(draft, on: id) else { throw HTTPError(.notFound) }
            return .seeOther("/questions/\(id)", .reported)
        } catch let wrong as InvalidFields {
            return try site.show(
                try await page(context, form, wrong: wrong.all), to: context.member, status: .unprocessableContent)
        }
    }

    private func page(
        _ context: MemberContext, _ form: Form = Form(), wrong: [Invalid] = []
    ) async throws -> ReportPublishedPage {
        guard let question = try await site.desk.published(try context.id()) else { throw HTTPError(.notFound) }
        return ReportPublishedPage(question, names: try await site.directory.names(), form: form, wrong: wrong)
    }
}

extension Invalid {
    /// Ten a day are more than one reader finds, and too few to bury a desk.
    static let tooManyReports = Invalid(
        "reason", "You have sent ten reports today. Send the next one tomorrow, or write to the team.")
}

struct ReportPublishedPage: Page {
    static let template = "questions/report"
    static let place: Section? = .questions
    let title = "Report a page"
    let id: String
    let heading: [TextPiece]
    let errors: Errors?
    let about: Field
    let reason: Choices
    let words: Field

    init(_ question: Published, names: [PersonID: String], form: Form, wrong: [Invalid]) {
        id = question.id.description
        heading = TextPiece.pieces(ofPublished: question.title)
        errors = Errors(wrong)
        let answers = question.answers.map { answer in
            Choice(
                value: answer.expert.description, words: "the answer of \(names[answer.expert] ?? "a former expert")",
                isChosen: form["about"] == answer.expert.description)
        }
        about = Field(
            name: "about", label: "What do you report?",
            options: answers + [
                Choice(value: "", words: "the question", isChosen: form.has("about") && form["about"].isEmpty)
            ])
        reason = Choices(
            name: "reason", field: "reason", label: "What is wrong with it?", error: wrong.sentence(for: "reason"),
            options: Report.Reason.allCases.map {
                Choice(value: $0.rawValue, words: $0.sentence, isChosen: form["reason"] == $0.rawValue)
            })
        words = .wordsOfReport(form, wrong)
    }
}

extension Field {
    static func wordsOfReport(_ form: Form, _ wrong: [Invalid]) -> Field {
        Field(
            name: "words", label: "What should a moderator know?", value: form["words"],
            error: wrong.sentence(for: "words"), rows: 4, optional: true)
    }
}
