import Questions
import Storage

/// The boxes under the queue: what to do with the questions that are ticked.
struct SelectionFields {
    let act: Choices
    let expert: Field
    /// nil where administrators have retired every reason.
    let because: Field?
    let reason: Field

    init(_ form: Form, experts: [Expert], reasons: [Reason], names: [PersonID: String], wrong: [Invalid]) {
        let acts = [
            ("assign", "Give them to an expert"), ("decline", "Decline them with a reason"),
            ("duplicate", "Decline them as duplicates"), ("urgent", "Mark them urgent"),
            ("not-urgent", "Take the urgent mark away"),
        ]
        act = Choices(
            name: "act", field: "act", label: "With those selected", error: wrong.sentence(for: "act"), across: true,
            options: acts.map { Choice(value: $0.0, words: $0.1, isChosen: $0.0 == form["act"]) })
        let known = experts.compactMap { expert in names[expert.id].map { (expert.id.description, $0) } }
        expert = Field(
            name: "expert", label: "Expert", hint: "Where you give them to one.", error: wrong.sentence(for: "expert"),
            options: [Choice(value: "", words: "Choose an expert")]
                + known.sorted { $0.1 < $1.1 }.map {
                    Choice(value: $0.0, words: $0.1, isChosen: $0.0 == form["expert"])
                })
        because = .because(reasons, form, wrong)
        reason = Field(
            name: "reason", label: reasons.isEmpty ? "Reason" : "In a sentence", value: form["reason"],
            hint: "Where you decline them. The askers read it at their receipts. Duplicates need none.",
            error: wrong.sentence(for: "reason"), rows: 2)
    }
}

/// What was done with each of the questions that were ticked, and what was not and why.
struct SelectionPage: Page {
    struct Done {
        let id: String
        let title: String
    }
    struct Refused {
        /// nil where it is not at the desk any more.
        let row: QueueLines.Row?
        let title: String
        let sentence: String
        let changes: [String]
    }
    static let template = "desk/selection"
    static let place: Section? = .desk
    let title: String
    let did: String
    let done: [Done]
    let hasDone: Bool
    let refused: [Refused]
    let hasRefused: Bool
    /// Whether any of those refused can still be decided on.
    let mayTryAgain: Bool
    let back: String
    let fields: SelectionFields
    let kept: [QueueAddress.Parameter]

    init(
        _ outcomes: [Selection.Outcome], act: Selection.Act, shown: QueueAddress, lines: QueueLines,
        fields: SelectionFields
    ) {
        let refusals = outcomes.filter { $0.refusal != nil }
        title = "\(outcomes.count - refusals.count) of \(outcomes.count) done"
        did =
            switch act {
            case .assign(to: let expert): "Given to \(lines.names[expert] ?? "the expert")"
            case .decline: "Declined"
            case .markUrgent: "Marked urgent"
            case .unmarkUrgent: "Urgent no more"
            }
        done = outcomes.filter { $0.refusal == nil }.compactMap { outcome in
            outcome.question.map { Done(id: $0.id.description, title: Summary.title(of: $0.redacted)) }
        }
        hasDone = !done.isEmpty
        refused = refusals.map { Self.refused($0, lines) }
        hasRefused = !refused.isEmpty
        mayTryAgain = refused.contains { $0.row != nil }
        back = shown.address(page: shown.page)
        self.fields = fields
        kept = shown.parameters(page: shown.page)
    }

    private static func refused(_ outcome: Selection.Outcome, _ lines: QueueLines) -> Refused {
        let changes = outcome.changes.map { ChangeWords.of($0, names: lines.names) } ?? []
        guard let question = outcome.question else {
            return Refused(
                row: nil, title: "A question that is not at the desk any more", sentence: ChangeWords.gone,
                changes: changes)
        }
        return Refused(
            row: question.step.isOpen ? lines.row(question) : nil, title: Summary.title(of: question.redacted),
            sentence: outcome.refusal?.sentence.sentence ?? "", changes: changes)
    }
}
