import LearningSpace
import Storage

struct GoalsPage: Page {
    static let template = "space/goals"
    static let place: Section? = .space
    let title = "Next steps"
    /// Those that come back today or should have.
    let due: [GoalRow]
    let coming: [GoalRow]
    let closed: [GoalRow]
    let hasDue: Bool
    let hasComing: Bool
    let hasClosed: Bool
    let hasNone: Bool
    let duePages: Pages?
    let comingPages: Pages?
    let closedPages: Pages?
    /// Nil where there is no goal.
    let plot: Plot?
    let table: NumberTable?
    /// Says how many chains are left out of the drawing and the table; nil where none is.
    let more: String?
    let form: GoalForm

    /// A page of one of the lists.
    struct Shown {
        let list: Goal.List
        let goals: [Goal]
        let number: Int
        let hasMore: Bool
    }

    init(_ lists: [Shown], lastMoved: [Goal], form: GoalForm, today: Day) {
        func rows(_ list: Goal.List) -> [GoalRow] {
            lists.first { $0.list == list }?.goals.map { GoalRow($0, today: today) } ?? []
        }
        func pages(_ list: Goal.List, _ label: String) -> Pages? {
            lists.first { $0.list == list }.flatMap { shown in
                Pages(label, shown.number, hasMore: shown.hasMore) { number in
                    let others = lists.filter { $0.number > 1 && $0.list != list }
                    let numbers = others.map { ($0.list, $0.number) } + [(list, number)]
                    return "/space/goals?" + numbers.map { "\($0.0.rawValue)=\($0.1)" }.joined(separator: "&")
                }
            }
        }
        (due, coming, closed) = (rows(.due), rows(.coming), rows(.closed))
        duePages = pages(.due, "Steps that came back")
        comingPages = pages(.coming, "Steps to come")
        closedPages = pages(.closed, "Steps done or let go")
        (hasDue, hasComing, hasClosed) = (!due.isEmpty, !coming.isEmpty, !closed.isEmpty)
        hasNone = lastMoved.isEmpty
        let chains = Chain.chains(of: lastMoved)
        let shown = Array(chains.prefix(ChainPlot.mostChains))
        plot = shown.isEmpty ? nil : ChainPlot(shown, today: today).plot
        table = shown.isEmpty ? nil : ChainPlot.table(shown)
        let isPart = lastMoved.count == Journal.goalsInChains
        more =
            chains.count > shown.count
            ? "The \(shown.count) that moved last\(isPart ? "" : ", of \(chains.count)")." : nil
        self.form = form
    }
}

/// A goal in a list.
struct GoalRow {
    let id: String
    let title: String
    let when: String
    let status: Status
    let source: Link?

    struct Link {
        let href: String
        let title: String

        init(_ cycle: Goal.Cycle) { self.init(to: cycle.id, cycle.title) }

        init(to reflection: ID<Reflection>, _ title: String) {
            href = "/space/reflections/\(reflection)"
            self.title = title
        }

        init(_ activity: Activity) {
            href = "/space/activities/\(activity.id)"
            title = activity.draft.title
        }
    }

    init(_ goal: Goal, today: Day) {
        id = goal.id.description
        title = goal.title
        source = goal.source.map(Link.init)
        status = Status(goal.state)
        when =
            switch goal.state {
            case .open where goal.due == today: "comes back today"
            case .open where goal.due < today: "came back \(goal.due.words)"
            case .open: "comes back \(goal.due.words)"
            case .done(let day), .letGo(let day): day.words
            }
    }
}

extension Status {
    init(_ state: Goal.State) {
        switch state {
        case .open: self.init(kind: "received", words: "Open")
        case .done: self.init(kind: "published", words: "Done")
        case .letGo: self.init(kind: "private", words: "Let go")
        }
    }
}

/// What makes a goal: a line, and the day on which it comes back.
struct GoalForm {
    let key: String
    /// The reflection it comes from.
    let reflection: String?
    /// The comment it takes up.
    let comment: String?
    let title: Field
    let due: Field

    init(
        _ form: Form, title: String, source: Reflection?, comment: String?, key: SendingKey, today: Day,
        wrong: [Invalid]
    ) {
        self.comment = comment
        self.key = form.has("key") ? form["key"] : key.description
        reflection = source?.id.description
        self.title = Field(
            name: "title", label: "What will you do?", value: form.has("title") ? form["title"] : title,
            hint: "One line that says when it is done: “Ask two people in the team what they noticed”.",
            error: wrong.sentence(for: "title"))
        due = Field(
            name: "due", label: "Ask me on", value: form.has("due") ? form["due"] : (today + 30).description,
            hint: "On that day it comes back: did it happen, and what changed?",
            error: wrong.sentence(for: "due"), type: "date", short: true)
    }
}

struct NewGoalPage: Page {
    static let template = "space/goal-new"
    static let place: Section? = .space
    let title = "A next step"
    let source: GoalRow.Link?
    /// What the comment says that it takes up.
    let taking: String?
    let errors: Errors?
    let form: GoalForm

    init(source: Reflection?, taking: Comment? = nil, form: GoalForm, wrong: [Invalid] = []) {
        self.source = source.map { GoalRow.Link(to: $0.id, $0.title) }
        self.taking = if case .words(let words, _) = taking?.content { words } else { nil }
        self.form = form
        errors = Errors(wrong)
    }
}
