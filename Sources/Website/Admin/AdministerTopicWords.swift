import HTTPTypes
import Hummingbird
import Questions
import Storage

/// `/admin/topics/{slug}`: the words by which a question shows that it belongs under a topic.
struct AdministerTopicWords: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/topics/:slug") { request, context in
            let topic = try await topic(context)
            let words = try await site.desk.words(of: topic.slug).text
            return try site.show(TopicWordsPage(topic, words: words), for: request, context)
        }
        routes.post("/admin/topics/:slug/words") { request, context -> Response in
            let topic = try await topic(context)
            let form = try await request.form()
            do {
                try await site.desk.save(try TopicWords(form["words"]), of: topic.slug)
                return .seeOther("/admin/topics/\(topic.slug)", .saved)
            } catch let wrong as Invalid {
                return try site.show(
                    TopicWordsPage(topic, words: form["words"], wrong: [wrong]), to: context.member,
                    status: .unprocessableContent)
            }
        }
    }

    private func topic(_ context: AdministratorContext) async throws -> Topic {
        let slug = context.parameters.get("slug")
        guard let topic = try await site.desk.topics().first(where: { $0.slug == slug }) else {
            throw HTTPError(.notFound)
        }
        return topic
    }
}

struct TopicWordsPage: Page {
    static let template = "admin/topic"
    static let place: Section? = .admin
    let title: String
    let slug: String
    let about: String
    let errors: Errors?
    let words: Field

    init(_ topic: Topic, words: String, wrong: [Invalid] = []) {
        title = topic.name
        slug = topic.slug
        about = topic.about
        errors = Errors(wrong)
        self.words = Field(
            name: "words", label: "Words that point to it", value: words,
            hint:
                "Words and phrases with commas between. A star after one says that it tells by itself. A word that several topics have says less.",
            error: wrong.sentence(for: "words"), rows: 20)
    }
}
