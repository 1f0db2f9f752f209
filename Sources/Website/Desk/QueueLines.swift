import Questions
import Storage

/// The lines of the queue, for somebody who looks at it.
struct QueueLines {
    struct Row {
        let id: String
        let version: Int
        let title: String
        let topic: String
        let status: Status
        let age: String
        let isUrgent: Bool
        let isAppeal: Bool
        let isEscalated: Bool
        /// Who has it open, as a sentence.
        let looking: String?
        let isSelected: Bool
        let alike: Group?
    }
    /// The questions much like the one they stand under.
    struct Group {
        let words: String
        let rows: [Row]
        /// Where all of them stand in one list.
        let href: String
    }

    let today: Day
    let names: [PersonID: String]
    /// Those ticked in a form that came back.
    let selected: Set<ID<Question>>

    /// The first of a group, with the others under it.
    func row(_ group: [Desk.Waiting]) -> Row {
        let others = group.dropFirst()
        let lot = group.first?.lot.map { Address.with([("alike", $0.description)], at: "/desk") }
        return row(
            group[0],
            alike: others.isEmpty
                ? nil : Group(words: "\(group.count) much alike", rows: others.map { row($0) }, href: lot ?? "/desk"))
    }

    func row(_ waiting: Desk.Waiting, alike: Group? = nil) -> Row {
        Row(
            id: waiting.id.description, version: waiting.version, title: Summary.title(of: waiting.redacted),
            topic: waiting.topic, status: Status(waiting.step, names: names), age: Age.words(today - waiting.received),
            isUrgent: waiting.isUrgent, isAppeal: waiting.isAppeal, isEscalated: waiting.isEscalated,
            looking: waiting.looking.map { "\(name($0)) is looking at it" },
            isSelected: selected.contains(waiting.id), alike: alike)
    }

    /// An open question as a line, wherever it stands now.
    func row(_ question: Question) -> Row {
        Row(
            id: question.id.description, version: question.version, title: Summary.title(of: question.redacted),
            topic: question.topic.name, status: Status(question.step, names: names),
            age: Day(question.received).map { Age.words(today - $0) } ?? "", isUrgent: question.isUrgent,
            isAppeal: false, isEscalated: false, looking: nil,
            isSelected: true, alike: nil)
    }

    private func name(_ person: PersonID) -> String { names[person] ?? "Somebody" }
}

/// The beginning of the queue, beside a question that is open.
struct QueueView {
    struct Item {
        let id: String
        let title: String
        let status: Status
        let topic: String
        let age: String
        let isUrgent: Bool
        let isAppeal: Bool
        let isEscalated: Bool
        let isCurrent: Bool
    }
    /// What waits for a moderator.
    static let choice = Queue.Choice(steps: [.received, .answered])
    static let length = 20
    let count: Int
    let items: [Item]

    init(_ queue: Queue, today: Day, current: ID<Question>) {
        count = queue.found
        items = queue.groups.flatMap { $0 }.prefix(Self.length).map { waiting in
            Item(
                id: waiting.id.description, title: Summary.title(of: waiting.redacted), status: Status(waiting.step),
                topic: waiting.topic, age: Age.words(today - waiting.received), isUrgent: waiting.isUrgent,
                isAppeal: waiting.isAppeal, isEscalated: waiting.isEscalated, isCurrent: waiting.id == current)
        }
    }
}

/// Where a question stands, as `parts/status` shows it.
struct Status {
    let kind: String
    let words: String

    init(_ step: Step) {
        switch step {
        case .arrived: self.init(kind: "received", words: "Arrived")
        case .received: self.init(kind: "received", words: "Received")
        case .changesAsked: self.init(kind: "in-review", words: "Changes asked")
        case .withExpert: self.init(kind: "with-expert", words: "With an expert")
        case .answered: self.init(kind: "answered", words: "Answered")
        case .approved: self.init(kind: "answered", words: "About to be published")
        case .published: self.init(kind: "published", words: "Published")
        case .answeredPrivately: self.init(kind: "private", words: "Answered privately")
        case .declined: self.init(kind: "declined", words: "Declined")
        case .withdrawn: self.init(kind: "declined", words: "Withdrawn")
        }
    }

    /// The same, with whom it is.
    init(_ step: Step, names: [PersonID: String]) {
        if case .withExpert(let expert) = step, let name = names[expert] {
            self.init(kind: "with-expert", words: "With \(name)")
        } else {
            self.init(step)
        }
    }

    init(kind: String, words: String) {
        self.kind = kind
        self.words = words
    }
}
