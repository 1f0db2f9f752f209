import Questions
import Storage

/// Which part of the queue is looked at, as it stands in the address; and the links to its other parts.
struct QueueAddress {
    struct Link {
        let href: String
        let words: String
        let count: Int
        /// How long the oldest has waited; nil where none came before today.
        let longest: String?
        let isCurrent: Bool
    }
    struct Parameter {
        let name: String
        let value: String
    }

    static let steps: [(slug: String, words: String, kind: Step.Kind)] = [
        ("to-review", "To review", .received), ("to-release", "To release", .answered),
        ("with-expert", "With an expert", .withExpert), ("changes-asked", "Changes asked", .changesAsked),
        ("about-to-go-out", "About to go out", .approved),
    ]

    let choice: Queue.Choice
    let page: Int
    private let step: String
    private let topicsThereAre: [Topic]

    /// What no link here holds is passed over.
    init(_ form: Form, topics: [Topic]) {
        let named = Self.steps.first { $0.slug == form["step"] }
        step = named?.slug ?? ""
        topicsThereAre = topics
        page = max(1, min(Int(form["page"]) ?? 1, 10_000))
        choice = Queue.Choice(
            steps: named.map { [$0.kind] } ?? [], topic: topics.first { $0.slug == form["topic"] }?.slug,
            isUrgent: form["urgent"] == "yes", lot: ID<Lot>(form["alike"]))
    }

    func address(page: Int) -> String {
        Address.with(parameters(page: page).map { ($0.name, $0.value) }, at: "/desk")
    }

    /// What leads back to this page.
    func parameters(page: Int) -> [Parameter] {
        [
            ("step", step), ("topic", choice.topic ?? ""), ("urgent", choice.isUrgent ? "yes" : ""),
            ("alike", choice.lot?.description ?? ""), ("page", page > 1 ? "\(page)" : ""),
        ].filter { !$0.1.isEmpty }.map { Parameter(name: $0.0, value: $0.1) }
    }

    func steps(_ queue: Queue, today: Day) -> [Link] {
        func link(_ slug: String, _ words: String, _ count: Queue.Count, urgent: Bool = false) -> Link {
            Link(
                href: Address.with(
                    [("step", slug), ("topic", choice.topic ?? ""), ("urgent", urgent ? "yes" : "")], at: "/desk"),
                words: words, count: count.questions,
                longest: count.oldest.flatMap { today > $0 ? "up to \(Age.words(today - $0))" : nil },
                isCurrent: choice.lot == nil && choice.isUrgent == urgent && (urgent || step == slug))
        }
        let all = queue.steps.values.reduce(Queue.Count(), +)
        return [link("", "All", all), link("", "Urgent", queue.urgent, urgent: true)]
            + Self.steps.map { link($0.slug, $0.words, queue.steps[$0.kind] ?? .init()) }
    }

    func topics(_ queue: Queue) -> [Link] {
        func link(_ slug: String, _ words: String, _ count: Int) -> Link {
            Link(
                href: Address.with([("step", step), ("topic", slug)], at: "/desk"), words: words, count: count,
                longest: nil, isCurrent: (choice.topic ?? "") == slug)
        }
        return [link("", "All topics", queue.topics.values.reduce(0) { $0 + $1.questions })]
            + topicsThereAre.map { link($0.slug, $0.name, queue.topics[$0.slug]?.questions ?? 0) }.filter {
                $0.count > 0 || $0.isCurrent
            }
    }
}

enum Age {
    static func words(_ days: Int) -> String {
        switch days {
        case ..<1: "today"
        case 1: "1 day"
        default: "\(days) days"
        }
    }
}
