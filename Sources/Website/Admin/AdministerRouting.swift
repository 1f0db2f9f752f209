import HTTPTypes
import Hummingbird
import Questions
import Storage

/// `/admin/routing`: whether the desk chooses experts of itself, and how long they have.
struct AdministerRouting: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/routing") { request, context in
            try site.show(RoutingPage(try await site.desk.routing()), for: request, context)
        }
        routes.post("/admin/routing") { request, context -> Response in
            let form = try await request.form()
            do {
                try await site.desk.save(
                    try RoutingSettings(
                        isAutomatic: form["automatic"] == "yes", daysToAccept: form["days-to-accept"],
                        daysToAnswer: form["days-to-answer"]))
                return .seeOther("/admin/routing", .saved)
            } catch let invalid as InvalidFields {
                return try site.show(
                    RoutingPage(form, wrong: invalid.all), to: context.member, status: .unprocessableContent)
            }
        }
    }
}

struct RoutingPage: Page {
    static let template = "admin/routing"
    static let place: Section? = .admin
    let title = "Routing"
    let errors: Errors?
    let isAutomatic: Bool
    let daysToAccept: Field
    let daysToAnswer: Field

    init(_ settings: RoutingSettings) {
        self.init(settings.isAutomatic, "\(settings.daysToAccept)", "\(settings.daysToAnswer)", wrong: [])
    }

    init(_ form: Form, wrong: [Invalid]) {
        self.init(form["automatic"] == "yes", form["days-to-accept"], form["days-to-answer"], wrong: wrong)
    }

    private init(_ isAutomatic: Bool, _ daysToAccept: String, _ daysToAnswer: String, wrong: [Invalid]) {
        errors = Errors(wrong)
        self.isAutomatic = isAutomatic
        self.daysToAccept = Self.days("days-to-accept", "Days to accept a question", daysToAccept, wrong)
        self.daysToAnswer = Self.days("days-to-answer", "Days to answer it, once accepted", daysToAnswer, wrong)
    }

    private static func days(_ name: String, _ label: String, _ value: String, _ wrong: [Invalid]) -> Field {
        Field(
            name: name, label: label, value: value, error: wrong.sentence(for: name), inputmode: "numeric", short: true)
    }
}
