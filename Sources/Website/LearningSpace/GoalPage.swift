import LearningSpace
import Storage

/// One next step: where it came from, what became of it, and where it can lead.
struct GoalPage: Page {
    static let template = "space/goal"
    static let place: Section? = .space
    let title: String
    let id: String
    let key: String
    let goal: GoalRow
    let made: String
    /// Whose comment it takes up.
    let credit: String?
    let checkIns: [CheckInRow]
    /// The reflections that were begun from it.
    let next: [GoalRow.Link]
    let hasNext: Bool
    let errors: Errors?
    /// Nil once it is closed.
    let form: CheckInForm?
    /// What opportunities are searched for; it can be changed before it is sent.
    let search: Field
    let files: FilesView

    init(
        _ goal: Goal, credit: String?, files: [Evidence], key: SendingKey, today: Day, form: Form, wrong: [Invalid]
    ) {
        self.files = FilesView(files, add: "/space/files/new?goal=\(goal.id)")
        title = goal.title
        id = goal.id.description
        self.key = key.description
        self.goal = GoalRow(goal, today: today)
        made = goal.made.words
        self.credit = credit
        checkIns = goal.checkIns.map(CheckInRow.init)
        next = goal.next.map(GoalRow.Link.init)
        hasNext = !next.isEmpty
        errors = Errors(wrong)
        self.form = goal.state == .open ? CheckInForm(form, key: key, today: today, wrong: wrong) : nil
        search = Field(
            name: "q", label: "Volunteering that would let you practise it", value: goal.title,
            hint: "Change the words as you like. What you type stays on this site.")
    }
}

struct CheckInRow {
    let day: String
    let verdict: String
    let paragraphs: [String]

    init(_ checkIn: CheckIn) {
        day = Day(containing: checkIn.written).words
        verdict =
            switch checkIn.verdict {
            case .done: "It happened"
            case .letGo: "Let go"
            case .notYet(let due): "Not yet, to come back \(due.words)"
            }
        paragraphs = Paragraphs.of(checkIn.words)
    }
}

struct CheckInForm {
    let key: String
    let verdict: Choices
    let words: Field
    let due: Field

    init(_ form: Form, key: SendingKey, today: Day, wrong: [Invalid]) {
        self.key = form.has("key") ? form["key"] : key.description
        let verdicts = [("done", "Yes, it happened"), ("not yet", "Not yet"), ("let go", "No, and I let it go")]
        verdict = Choices(
            name: "verdict", field: "verdict", label: "Did it happen?", error: wrong.sentence(for: "verdict"),
            options: verdicts.map { Choice(value: $0.0, words: $0.1, isChosen: form["verdict"] == $0.0) })
        words = Field(
            name: "words", label: "What changed?", value: form["words"],
            hint: "For you or for others. It can begin your next reflection.", error: wrong.sentence(for: "words"),
            rows: 4, optional: true)
        due = Field(
            name: "due", label: "If not yet, ask me again on",
            value: form.has("due") ? form["due"] : (today + Goal.Draft.usualDays).description,
            error: wrong.sentence(for: "due"), type: "date", short: true)
    }
}

/// What stands around a reflection for its owner: the step it was begun from, and those that come from it.
struct NextStepsView {
    struct Step {
        let words: String
        /// The form with this step in it.
        let href: String
    }
    let before: GoalRow?
    let goals: [GoalRow]
    /// Steps of its plan that are not kept as goals.
    let steps: [Step]
    let another: String

    init(_ goals: [Goal], around reflection: Reflection, today: Day) {
        let own = goals.filter { $0.source?.id == reflection.id }
        before = goals.first { $0.next.contains { $0.id == reflection.id } }.map { GoalRow($0, today: today) }
        self.goals = own.map { GoalRow($0, today: today) }
        another = "/space/goals/new?reflection=\(reflection.id)"
        steps = reflection.steps.enumerated().filter { _, words in !own.contains { $0.title == words } }
            .map { [another] index, words in Step(words: words, href: another + "&step=\(index)") }
    }
}
