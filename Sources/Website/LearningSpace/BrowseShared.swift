import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// `/shared`: what peers share with a member, the latest first. Nothing is counted, and nothing ranked by who liked it.
struct BrowseShared: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/shared") { request, context in
            let query = try request.query
            let groups = try await site.journal.groups(of: context.person).filter(\.isMember)
            let topics = try await site.desk.topics()
            let filter = SharedReflection.Filter(
                topic: topics.first { $0.slug == query["topic"] }?.slug,
                model: ReflectionModel.all.first { $0.name == query["model"] }?.name,
                group: groups.first { $0.id.description == query["group"] }?.id)
            let number = max(1, Int(query["page"]) ?? 1)
            let (shared, hasMore) = try await site.journal.reflections(
                sharedWith: context.person, filter, page: number)
            let rows = SharedRow.rows(
                shared, names: try await site.directory.names(), topics: topics, reader: context.person)
            return try site.show(
                SharedPage(
                    rows, filter, groups: groups, topics: topics, news: try await site.news(for: context.person),
                    pages: Pages("Shared with you", number, hasMore: hasMore) { filter.address(page: $0) }),
                for: request, context)
        }
    }
}

struct SharedPage: Page {
    static let template = "space/shared"
    static let place: Section? = .shared
    let title = "Shared with you"
    let shared: [SharedRow]
    let topic: Field
    let model: Field
    /// Nil for who is in none.
    let group: Field?
    let isFiltered: Bool
    let news: NewsView?
    let pages: Pages?

    init(
        _ shared: [SharedRow], _ filter: SharedReflection.Filter, groups: [Group], topics: [Topic], news: NewsView?,
        pages: Pages?
    ) {
        self.shared = shared
        self.pages = pages
        self.news = news
        isFiltered = filter != SharedReflection.Filter()
        func field(_ name: String, _ label: String, _ chosen: String?, _ all: [(String, String)]) -> Field {
            Field(
                name: name, label: label,
                options: [Choice(value: "", words: "Any", isChosen: chosen == nil)]
                    + all.map { Choice(value: $0.0, words: $0.1, isChosen: $0.0 == chosen) })
        }
        topic = field("topic", "Topic", filter.topic, topics.map { ($0.slug, $0.name) })
        model = field("model", "Way of reflecting", filter.model, ReflectionModel.all.map { ($0.name, $0.title) })
        group =
            groups.isEmpty
            ? nil : field("group", "Group", filter.group?.description, groups.map { ($0.id.description, $0.name) })
    }
}

/// A peer's reflection in a list.
struct SharedRow {
    let href: String
    let title: String
    let name: String
    let since: String
    let stages: String
    let topic: String?

    static func rows(
        _ shared: [SharedReflection], names: [PersonID: String], topics: [Topic], reader: PersonID
    ) -> [SharedRow] {
        let names = names.merging([reader: "you"]) { _, own in own }
        return shared.map { each in
            SharedRow(
                href: (each.owner == reader ? "/space/reflections/" : "/shared/") + each.id.description,
                title: each.title, name: names[each.owner] ?? "A former member", since: each.since.words,
                stages: Spoken.words(each.stages.map(\.title)),
                topic: topics.first { $0.slug == each.topic }?.name)
        }
    }
}

extension SharedReflection.Filter {
    /// The same list, at another page.
    fileprivate func address(page: Int) -> String {
        let parts = [("topic", topic), ("model", model), ("group", group?.description)]
            .compactMap { name, value in value.map { "\(name)=\($0)&" } }
        return "/shared?" + parts.joined() + "page=\(page)"
    }
}
