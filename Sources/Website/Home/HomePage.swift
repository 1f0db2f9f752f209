import Hummingbird
import Members
import Opportunities
import Questions

/// The three doors, and the latest answers.
struct HomePage: Page {
    static let template = "home"
    static let place: Section? = .home
    let title: String
    let community: String
    let latest: [QuestionRow]
    let opportunityCount: Int
    let answerCount: Int

    static func addRoutes(to routes: RouterGroup<FrontContext>, site: Site) {
        routes.get("/") { request, context in
            let community = try await site.directory.settings().name
            let answers = try await site.desk.browse(topic: nil, page: 1)
            let page = HomePage(
                title: "Ask, learn, volunteer", community: community,
                latest: answers.items.prefix(3).map(QuestionRow.init),
                opportunityCount: try await site.catalogue.count(), answerCount: answers.total)
            return try site.show(page, for: request, context)
        }
    }
}
