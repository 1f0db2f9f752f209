import Hummingbird
import Members
import Questions
import Storage

/// `/desk/experts`: what each expert holds and when they are away; and handing over what somebody holds.
struct ExpertsAtWork: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/experts") { request, context in
            let names = try await site.directory.names()
            let rows = try await site.desk.expertsAtWork(shownTo: context.person)
                .compactMap { expert in
                    names[expert.id].map { ExpertsAtWorkPage.Row(expert, name: $0, today: site.world.today) }
                }
                .sorted { $0.name < $1.name }
            return try site.show(ExpertsAtWorkPage(experts: rows), for: request, context)
        }
        routes.post("/desk/experts/:id/handover") { request, context in
            let id: PersonID = try context.id()
            let names = try await site.directory.names()
            guard names[id] != nil else { throw HTTPError(.notFound) }
            let goal = HandOver(rawValue: try await request.form()["to"]) ?? .queue
            let handed = try await site.desk.handOver(everythingOf: id, to: goal, by: context.person)
            return try site.show(
                HandedOverPage(handed, of: id, names: names, showsWords: true, back: "/desk/experts"),
                to: context.member)
        }
    }
}

struct ExpertsAtWorkPage: Page {
    struct Row {
        let id: String
        let name: String
        let topics: String
        let held: Int
        let open: Int
        let away: String
        let canHandOver: Bool

        init(_ expert: Desk.AtWork, name: String, today: Day) {
            id = expert.id.description
            self.name = name
            topics = expert.expert.topics.map(\.name).joined(separator: ", ")
            held = expert.held
            open = expert.open
            if let absence = expert.away(on: today) {
                away = "until \(absence.last.words)"
            } else if let next = expert.absences.first {
                away = "from \(next.first.words) to \(next.last.words)"
            } else {
                away = "–"
            }
            canHandOver = expert.held > 0
        }
    }
    static let template = "desk/experts"
    static let place: Section? = .desk
    let title = "Experts at work"
    let experts: [Row]
}

/// What became of everything somebody held.
struct HandedOverPage: Page {
    struct Row {
        /// nil for whom the words are not.
        let link: String?
        let title: String
        let topic: String
        let to: String
    }
    static let template = "desk/handed-over"
    let title: String
    let rows: [Row]
    let back: String

    init(
        _ handed: [HandedOver], of expert: PersonID, names: [PersonID: String], showsWords: Bool, back: String
    ) {
        title = "Handed over from \(names[expert] ?? "a former member")"
        self.back = back
        rows = handed.map { question in
            Row(
                link: showsWords ? "/desk/\(question.question)" : nil,
                title: showsWords ? question.title : "A question", topic: question.topic.name,
                to: question.to.map { names[$0] ?? "a former member" } ?? "back to the queue")
        }
    }
}
