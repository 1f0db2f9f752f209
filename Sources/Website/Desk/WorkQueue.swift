import HTTPTypes
import Hummingbird
import Questions
import Storage

/// `/desk`: what waits, by step.
struct WorkQueue: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk") { request, context in
            let queue = try await site.desk.queue(for: context.person)
            return try site.show(
                DeskPage(queue: QueueView(queue, today: site.world.today, current: nil), isEmpty: queue.isEmpty),
                for: request, context)
        }
    }
}

/// The queue beside every page of the desk.
struct QueueView {
    struct Group {
        let name: String
        let count: Int
        let items: [Item]
    }
    struct Item {
        let id: String
        let title: String
        let topic: String
        let status: Status
        let age: String
        let isCurrent: Bool
        /// Why it stands first, if it does.
        let mark: String?
    }
    let count: Int
    let groups: [Group]

    init(_ queue: [Desk.Waiting], today: Day, current: ID<Question>?) {
        count = queue.count
        let headings: [(String, Step.Kind)] = [
            ("To review", .received), ("To release", .answered), ("With an expert", .withExpert),
            ("Changes asked", .changesAsked), ("About to be published", .approved),
        ]
        groups = headings.compactMap { name, kind in
            let items = queue.filter { $0.step.kind == kind }.map { waiting in
                Item(
                    id: waiting.id.description, title: Summary.title(of: waiting.text), topic: waiting.topic,
                    status: Status(waiting.step), age: Self.age(today - waiting.received),
                    isCurrent: waiting.id == current, mark: waiting.isEscalated ? "Came back twice" : nil)
            }
            return items.isEmpty ? nil : Group(name: name, count: items.count, items: items)
        }
    }

    private static func age(_ days: Int) -> String {
        switch days {
        case ..<1: "today"
        case 1: "1 day"
        default: "\(days) days"
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

    init(kind: String, words: String) {
        self.kind = kind
        self.words = words
    }
}

struct DeskPage: Page {
    static let template = "desk/desk"
    static let place: Section? = .desk
    let title = "Desk"
    let queue: QueueView
    let isEmpty: Bool
}
