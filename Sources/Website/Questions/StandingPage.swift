import Members
import Questions
import Storage

/// Where a question stands, for its asker.
struct StandingPage: Page {
    struct StepRow {
        let words: String
        let detail: String?
        let isDone: Bool
        let isCurrent: Bool
    }
    static let template = "questions/standing"
    static let place: Section? = .receipt
    let title = "Your question"
    let receipt: String
    let version: Int
    let topic: String
    let text: String
    /// Not once it is withdrawn.
    let hasWords: Bool
    let redacted: [TextPiece]
    /// Whether readers see other words than the asker's.
    let isRedacted: Bool
    let errors: Errors?
    let steps: [StepRow]
    let hasSteps: Bool
    let sentence: String
    let wait: String?
    let reason: String?
    let pending: [String]
    let hasPending: Bool
    let thread: [ThreadRow]
    let published: String?
    let answers: [AnswerView]
    let hasAnswers: Bool
    let consent: String?
    let mayAgree: Bool
    /// nil where that act is not offered now.
    let proposal: Field?
    let reply: Field?
    let wording: Field?
    let appeal: Field?
    /// How long a declined question is kept, and what can still be done; nil where it is not declined.
    let kept: String?
    let mayKeepPrivate: Bool
    let exclusions: Choices?
    let canWithdraw: Bool
    /// What was typed into a box that this step no longer has.
    let lost: String?

    init(
        _ standing: Desk.Standing, receipt: Receipt, staff: [Member], today: Day, form: Form, wrong: [Invalid]
    ) {
        self.receipt = receipt.text
        version = standing.version
        topic = standing.topic.name
        text = standing.text
        hasWords = !standing.text.isEmpty
        redacted = TextPiece.pieces(ofPublished: standing.redacted)
        isRedacted = standing.text != standing.redacted
        errors = Errors(wrong)
        let at = Self.place(of: standing.step)
        hasSteps = at != nil
        steps = ["Arrived", "In review", "With an expert", "Answered", "Published"].enumerated().map { index, words in
            StepRow(words: words, detail: nil, isDone: index < (at ?? 0), isCurrent: index == at)
        }
        sentence =
            standing.step == .received && standing.appeal != nil
            ? "You have appealed. Another moderator reads it next, never the one who declined it."
            : Self.sentence(for: standing.step)
        wait = standing.expectedDays.map {
            $0 == 1 ? "This step usually takes a day." : "This step usually takes \($0) days."
        }
        reason =
            switch standing.step {
            case .declined(let reason), .changesAsked(let reason, until: _): reason
            default: nil
            }
        pending = standing.pending.map(SentActs.words(for:))
        hasPending = !pending.isEmpty
        thread = standing.thread.map(ThreadRow.init)
        published = standing.published.map { "/questions/\($0)" }
        let names = Dictionary(staff.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        answers = standing.answers.map { AnswerView($0, names: names, headline: nil, today: today) }
        hasAnswers = !answers.isEmpty
        let sent = SentActs(standing)
        consent = sent.consent
        let offers = standing.offers
        mayAgree = offers.contains(.agree) && !sent.hasAgreed
        proposal =
            offers.contains(.object)
            ? Field(
                name: "text", label: "Other words you would agree to",
                value: form.has("text") ? form["text"] : sent.proposal ?? standing.redacted,
                hint: "Or leave it as it is to say only that you do not agree.", error: wrong.sentence(for: "text"),
                rows: 6,
                optional: true, long: true) : nil
        reply =
            offers.contains(.reply)
            ? Field(
                name: "reply", label: "Your reply", value: form.has("reply") ? form["reply"] : sent.reply,
                hint: sent.reply == nil
                    ? "The expert and the moderators read it. It is not published." : SentActs.mayChange,
                error: wrong.sentence(for: "reply"),
                rows: 5, long: true) : nil
        wording =
            offers.contains(.resubmit)
            ? Field(
                name: "text", label: "Your question, in other words",
                value: form.has("text") ? form["text"] : sent.wording ?? standing.text,
                hint: sent.wording == nil ? nil : SentActs.mayChange, error: wrong.sentence(for: "text"), rows: 10,
                long: true) : nil
        appeal =
            offers.contains(.appeal)
            ? Field(
                name: "appeal", label: "Why should it be answered?",
                value: form.has("appeal") ? form["appeal"] : sent.appeal,
                hint: sent.appeal == nil ? "The moderators read it. It is not published." : SentActs.mayChange,
                error: wrong.sentence(for: "appeal"), rows: 4)
            : nil
        kept = standing.keptUntil.flatMap { Self.kept(standing, until: $0, staff: staff) }
        mayKeepPrivate = offers.contains(.keepPrivate)
        exclusions =
            offers.contains(.exclude)
            ? Choices(
                name: "exclusions", field: "person", label: "Who must not see it?",
                hint:
                    "Leaving somebody out is itself a hint. Whom you left out is deleted when the question is published or forgotten. If it is never published, its history still says that somebody was left out.",
                kind: "checkbox", across: true,
                options: staff.map {
                    Choice(value: $0.id.description, words: $0.name, isChosen: standing.excluded.contains($0.id))
                }) : nil
        canWithdraw = standing.canWithdraw
        let typed =
            (reply == nil ? form["reply"] : "") + (proposal == nil && wording == nil ? form["text"] : "")
            + (appeal == nil ? form["appeal"] : "")
        lost = typed.isEmpty ? nil : typed
    }

    private static func place(of step: Step) -> Int? {
        switch step {
        case .arrived: 0
        case .received, .changesAsked: 1
        case .withExpert: 2
        case .answered, .approved: 3
        case .published: 4
        case .answeredPrivately, .declined, .withdrawn: nil
        }
    }

    private static func sentence(for step: Step) -> String {
        switch step {
        case .arrived: "It has arrived, and goes to the moderators with the next batch."
        case .received: "A moderator will read it next, and hide what could point to you."
        case .changesAsked(_, let until): "A moderator asks you to change it, until \(until.words)."
        case .withExpert: "A moderator has approved it, and an expert is working on an answer."
        case .answered: "An expert has answered. A moderator reads the answer before it is published."
        case .approved(_, nil): "It is about to be published, with the next batch."
        case .approved(_, let until?):
            "It can be published once you agree to what is hidden. If you say nothing until \(until.words), the answer is given to you alone."
        case .published: "The answer is published."
        case .answeredPrivately: "The answer is for you alone. It stays here for 90 days after this month."
        case .declined: "A moderator decided not to pass it on."
        case .withdrawn: "You have withdrawn it. Nobody at the desk can see it, and its words are deleted."
        }
    }

    /// Whoever declined is one of the moderators or has been one, so that with a single one the appeal may have to wait.
    private static func kept(_ standing: Desk.Standing, until: Day, staff: [Member]) -> String? {
        guard standing.step.kind == .declined else { return nil }
        guard standing.appeal == nil else {
            return "You appealed, and a second moderator has decided. That is final. It is kept until \(until.words)."
        }
        let isAlone = staff.count { $0.roles.contains(.moderator) } < 2
        return "You can appeal once, until \(until.words). Your question and this receipt are kept until then."
            + (isAlone ? " There is one moderator just now, so it may have to wait until there is a second." : "")
    }
}
