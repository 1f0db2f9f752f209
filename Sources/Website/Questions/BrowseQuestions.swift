import Hummingbird
import Questions
import Storage

/// `/questions`: published questions by topic or by words.
struct BrowseQuestions: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/questions", use: browse)
    }

    @Sendable private func browse(_ request: Request, _ context: FrontContext) async throws -> Response {
        let query = try request.query
        let topics = try await site.desk.topics()
        let topic = topics.first { $0.slug == query["topic"] }
        let words = String(query["q"].prefix(500))
        let page = max(1, min(Int(query["page"]) ?? 1, 10_000))
        let listing = try await site.desk.search(
            words, topic: topic?.slug, page: page, isAsTyped: query["spelling"] == "typed")
        return try site.show(
            QuestionsPage(listing, words: words, topic: topic, topics: topics), for: request, context)
    }
}

struct QuestionsPage: Page {
    struct TopicLink {
        let href: String
        let name: String
        let isCurrent: Bool
    }
    static let template = "questions/browse"
    static let place: Section? = .questions
    let title: String
    let words: String
    let slug: String
    let topics: [TopicLink]
    let summary: String
    let rows: [QuestionRow]
    let pages: Pages?
    let isSearch: Bool
    /// What was looked for in place of what was typed.
    let corrected: String?
    let asTyped: String
    /// Said where words in quotes stand together on no page.
    let apart: String?

    init(_ listing: Listing, words: String, topic: Topic?, topics: [Topic]) {
        self.words = words
        slug = topic?.slug ?? ""
        isSearch = !words.isEmpty
        title = isSearch ? "Questions about \(words)" : topic.map { "Questions: \($0.name)" } ?? "Questions and answers"
        corrected = listing.corrected
        asTyped = Address.with(
            [("q", words), ("topic", topic?.slug ?? ""), ("spelling", "typed")], at: "/questions")
        func address(_ slug: String, _ page: Int = 1) -> String {
            Address.with([("q", words), ("topic", slug), ("page", page > 1 ? "\(page)" : "")], at: "/questions")
        }
        self.topics =
            [TopicLink(href: address(""), name: "All topics", isCurrent: topic == nil)]
            + topics.map { TopicLink(href: address($0.slug), name: $0.name, isCurrent: $0 == topic) }
        let count = listing.total == 1 ? "1 question" : "\(listing.total) questions"
        let about = listing.isExact ? count : "About \(count)"
        let every = listing.holdingEveryWord < listing.total ? ", \(listing.holdingEveryWord) with every word" : ""
        summary = about + (isSearch ? " found" : " answered") + (topic.map { " under \($0.name)" } ?? "") + every
        apart = listing.isApart ? "Nothing has the words in quotes side by side, so this is what has them apart." : nil
        rows = listing.items.map(QuestionRow.init)
        pages = Pages("Pages of questions", listing.page, of: listing.pages) { address(topic?.slug ?? "", $0) }
    }
}
