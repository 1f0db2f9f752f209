import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/admin/topics`: the headings under which questions are asked.
struct AdministerTopics: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/topics") { request, context in
            try site.show(TopicsPage(try await site.desk.topics()), for: request, context)
        }
        routes.post("/admin/topics", use: save)
        routes.post("/admin/topics/:slug/delete", use: remove)
    }

    @Sendable private func save(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let form = try await request.form()
        do {
            try await site.desk.save(try Topic(name: form["name"], about: form["about"]))
            return .seeOther("/admin/topics", .saved)
        } catch let wrong as Invalid {
            let page = TopicsPage(try await site.desk.topics(), form: form, wrong: [wrong])
            return try site.show(page, to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func remove(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        if try await site.desk.removeTopic(context.parameters.get("slug") ?? "") {
            return .seeOther("/admin/topics", .deleted)
        }
        let wrong = [Invalid("topics", "This topic holds questions, so it stays.")]
        let page = TopicsPage(try await site.desk.topics(), wrong: wrong)
        return try site.show(page, to: context.member, status: .unprocessableContent)
    }
}

struct TopicsPage: Page {
    struct Row {
        let slug: String
        let name: String
        let about: String
    }
    static let template = "admin/topics"
    static let place: Section? = .admin
    let title = "Topics"
    let topics: [Row]
    let errors: Errors?
    let name: Field
    let about: Field

    init(_ topics: [Topic], form: Form = Form(), wrong: [Invalid] = []) {
        self.topics = topics.map { Row(slug: $0.slug, name: $0.name, about: $0.about) }
        errors = Errors(wrong)
        name = Field(
            name: "name", label: "Name", value: form["name"],
            hint: "A name that exists already changes the words of that topic.", error: wrong.sentence(for: "name"))
        about = Field(
            name: "about", label: "What belongs here", value: form["about"], error: wrong.sentence(for: "about"))
    }
}
