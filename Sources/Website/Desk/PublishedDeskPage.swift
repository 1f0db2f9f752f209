import Questions
import Storage

struct PublishedDeskPage: Page {
    struct AnswerLink {
        let name: String
        /// nil for one's own.
        let href: String?
    }
    static let template = "desk/published"
    static let place: Section? = .desk
    let title = "A published page"
    let id: String
    let version: Int
    let heading: String
    let answers: [AnswerLink]
    let supersededBy: String?
    let errors: Errors?
    let successor: Field
    let reason: Field

    init(_ question: Published, names: [PersonID: String], person: PersonID, form: Form, wrong: [Invalid]) {
        id = question.id.description
        version = question.version
        heading = question.title
        answers = question.answers.map { answer in
            AnswerLink(
                name: names[answer.expert] ?? "a former expert",
                href: answer.expert == person ? nil : "/desk/published/\(question.id)/answers/\(answer.expert)")
        }
        supersededBy = question.successor?.title
        errors = Errors(wrong)
        successor = Field(
            name: "successor", label: "Address of the newer page", value: form["successor"],
            hint: "Each of the two then leads to the other.", error: wrong.sentence(for: "successor"))
        reason = Field(
            name: "reason", label: "Why it is taken down", value: form["reason"],
            hint: "This stands at the page's address for everybody.", error: wrong.sentence(for: "reason"), rows: 3)
    }
}

struct CorrectionPage: Page {
    static let template = "desk/correction"
    static let place: Section? = .desk
    let title = "Correct an answer"
    let id: String
    let expert: String
    let name: String
    let version: Int
    let heading: String
    let errors: Errors?
    /// Where the expert proposes it: what readers see now.
    let current: AnswerView?
    let text: Field
    let sources: Field
    let review: Field
    let note: Field

    init(
        _ question: Published, _ answer: Answer, proposed: ProposedCorrection?, names: [PersonID: String], today: Day,
        form: Form, wrong: [Invalid]
    ) {
        id = question.id.description
        expert = answer.expert.description
        name = names[answer.expert] ?? "A former expert"
        current = proposed.map { _ in AnswerView(answer, names: names, headline: nil, today: today) }
        version = question.version
        heading = question.title
        errors = Errors(wrong)
        let typed = form.has("text") ? Answer.Typed(form) : proposed?.typed ?? Answer.Typed(answer)
        var fields = AnswerForm.fields(typed, form, today: today, wrong: wrong)
        fields.text.label = "The answer"
        fields.text.hint = "Readers see it at once, under the expert's name and with your note."
        (text, sources, review) = fields
        note = Field(
            name: "note", label: "What you corrected", value: form.has("note") ? form["note"] : proposed?.note,
            hint: "Readers see this with the month.", error: wrong.sentence(for: "note"))
    }
}
