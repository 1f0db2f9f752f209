import Hummingbird
import Members
import Questions
import Storage

/// `/experts`: who answers, and on what.
struct MeetExperts: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/experts") { request, context in
            let names = try await site.directory.names()
            let experts = try await site.desk.experts()
                .compactMap { expert in names[expert.id].map { ExpertsPage.Row(expert, name: $0) } }
                .sorted { $0.name < $1.name }
            return try site.show(ExpertsPage(experts: experts), for: request, context)
        }
    }
}

struct ExpertsPage: Page {
    struct Row {
        let name: String
        let initials: String
        let headline: String
        let about: String
        let topics: [TopicTag]

        init(_ expert: Expert, name: String) {
            self.name = name
            initials = Initials.of(name)
            headline = expert.headline
            about = expert.about
            topics = expert.topics.map { TopicTag(slug: $0.slug, name: $0.name) }
        }
    }
    struct TopicTag {
        let slug: String
        let name: String
    }
    static let template = "questions/experts"
    static let place: Section? = .experts
    let title = "The experts"
    let experts: [Row]
}
