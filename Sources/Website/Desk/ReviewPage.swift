import HTTPTypes
import Questions
import Storage

struct ReviewPage: Page {
    struct Span {
        let text: String
        /// nil where the text is shown.
        let mark: String?
    }
    struct HiddenSpan {
        let start: Int
        let text: String
        let mark: String
    }
    struct HistoryRow {
        let when: String
        let name: String
        let act: String
        let note: String?
    }
    static let template = "desk/review"
    static let place: Section? = .desk
    let title = "Review a question"
    /// The fields that stand on it while the question is open, with what was typed.
    static let boxes: Set = ["words", "kind", "expert", "changes", "reason"]
    let queue: QueueView
    let around: ReviewAround
    let id: String
    let version: Int
    let topic: String
    let status: Status
    let heading: String
    let spans: [Span]
    let hidden: [HiddenSpan]
    let errors: Errors?
    let isOpen: Bool
    let answer: AnswerView?
    let answers: [AnswerView]
    /// A sentence for each answer that repeats what is hidden.
    let repeats: [String]
    let further: Field
    /// Whether an answer is there while another expert is still writing.
    let isWaitingForMore: Bool
    let isOwnAnswer: Bool
    let isAnswered: Bool
    let isApproved: Bool
    let consent: String?
    let proposal: String?
    let thread: [ThreadRow]
    let changes: Field
    let words: Field
    let kind: Field
    let expert: CandidateChoices
    let reason: Field
    /// nil where administrators have retired every reason.
    let because: Field?
    let appeal: AppealView?
    let assignLabel: String
    let history: [HistoryRow]

    init(
        _ question: Question, queue: QueueView, around: ReviewAround, candidates: [Candidate], isAutomatic: Bool,
        names: [PersonID: String], history: [HistoryEntry], person: PersonID, today: Day, reasons: [Reason],
        appeal: AppealView?, form: Form, wrong: [Invalid]
    ) {
        self.queue = queue
        self.around = around
        id = question.id.description
        version = question.version
        topic = question.topic.name
        status = Status(question.step)
        heading = Summary.title(of: question.redacted)
        spans = Redaction.pieces(of: question.text, question.redactions).map {
            Span(text: $0.text, mark: $0.kind?.mark)
        }
        let utf8 = Array(question.text.utf8)
        hidden = question.redactions.map {
            HiddenSpan(
                start: $0.bytes.lowerBound, text: String(decoding: utf8[$0.bytes], as: UTF8.self), mark: $0.kind.mark)
        }
        errors = Errors(wrong)
        self.appeal = appeal
        // Who declined it can read on, but decides nothing more.
        isOpen = question.step.isOpen && appeal?.isOwn != true
        answers = question.answers.map { AnswerView($0, names: names, headline: nil, today: today) }
        answer = answers.first
        repeats = question.answers.compactMap { Self.repeats($0, of: question, names) }
        isWaitingForMore = question.step.kind == .withExpert && !answers.isEmpty
        isOwnAnswer = question.answers.contains { $0.expert == person }
        further = Field(
            name: "further", label: "One more expert",
            hint: "Their answer comes beside those above, and may build on them.",
            error: wrong.sentence(for: "further"),
            options: [Choice(value: "", words: "Choose an expert")]
                + candidates.compactMap { candidate in
                    guard !question.answers.contains(where: { $0.expert == candidate.id }),
                        let name = names[candidate.id]
                    else { return nil }
                    let id = candidate.id.description
                    return Choice(value: id, words: name, isChosen: id == form["further"])
                })
        isAnswered = question.step.kind == .answered
        isApproved = question.step.kind == .approved && appeal?.isOwn != true
        consent = Self.consent(question)
        proposal = question.proposal
        thread = question.thread.map(ThreadRow.init)
        changes = Field(
            name: "changes", label: "What the asker should change", value: form["changes"],
            hint: "They read it at their receipt and have 30 days.", error: wrong.sentence(for: "changes"), rows: 3)
        words = Field(
            name: "words", label: "Words to hide", value: form["words"],
            hint: "Copied from the text. Every place where they stand is hidden.", error: wrong.sentence(for: "words"))
        kind = Field(
            name: "kind", label: "Shown as", error: wrong.sentence(for: "kind"),
            options: Redaction.Kind.allCases.map {
                Choice(value: $0.rawValue, words: $0.mark, isChosen: $0.rawValue == form["kind"])
            })
        expert = CandidateChoices(
            candidates, names: names, isAutomatic: isAutomatic, chosen: form["expert"],
            error: wrong.sentence(for: "expert"))
        reason = Field(
            name: "reason", label: reasons.isEmpty ? "Reason" : "In a sentence", value: form["reason"],
            hint: "The asker reads this at their receipt.", error: wrong.sentence(for: "reason"), rows: 3)
        because = .because(reasons, form, wrong)
        assignLabel = question.step == .received ? "Approve and give to this expert" : "Give to this expert instead"
        self.history = history.map {
            HistoryRow(
                when: When.words($0.when), name: names[$0.person] ?? "A former member", act: $0.act,
                note: $0.note.isEmpty ? nil : $0.note)
        }
    }

    private static func repeats(_ answer: Answer, of question: Question, _ names: [PersonID: String]) -> String? {
        let words = question.hiddenWords(repeatedIn: answer.plain)
        guard !words.isEmpty else { return nil }
        let quoted = words.map { "“\($0)”" }.joined(separator: ", ")
        let name = names[answer.expert] ?? "a former expert"
        return "The answer by \(name) says \(quoted), which is hidden in the question. Readers would see it."
    }

    /// What the asker has said to what is hidden, and for whom the answer is.
    private static func consent(_ question: Question) -> String? {
        if question.privacy != nil { return "The answer is for the asker alone and will not be published." }
        return switch question.consent {
        case .notNeeded: nil
        case .asked:
            "The asker has not yet said whether they agree to what is hidden. If they stay silent for 14 days after the release, the answer goes to them alone."
        case .agreed: "The asker agrees to what is hidden."
        case .objected: "The asker does not want these words published."
        }
    }
}
