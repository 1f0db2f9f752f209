import HTTPTypes
import Hummingbird
import Members
import Storage

/// `/admin/settings`: what holds for the whole community.
struct AdministerSettings: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/settings") { request, context in
            try site.show(SettingsPage(try await site.directory.settings()), for: request, context)
        }
        routes.post("/admin/settings", use: save)
    }

    @Sendable private func save(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let form = try await request.form()
        do {
            var settings = try CommunitySettings(
                name: form["name"], contact: form["contact"],
                whoMayAsk: WhoMayAsk(rawValue: form["who-may-ask"]) ?? .members,
                expertsMayModerate: form["experts-may-moderate"] == "yes")
            settings.openJoining = form["open-joining"] == "yes"
            try await site.directory.save(settings)
            return .seeOther("/admin/settings", .saved)
        } catch let wrong as Invalid {
            return try site.show(SettingsPage(form, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }
}

struct SettingsPage: Page {
    static let template = "admin/settings"
    static let place: Section? = .admin
    let title = "Settings"
    let errors: Errors?
    let name: Field
    let contact: Field
    let whoMayAsk: Choices
    let expertsMayModerate: Bool
    let openJoining: Bool

    init(_ settings: CommunitySettings) {
        self.init(
            settings.name, settings.contact, settings.whoMayAsk.rawValue, settings.expertsMayModerate,
            settings.openJoining, wrong: [])
    }

    init(_ form: Form, wrong: [Invalid]) {
        self.init(
            form["name"], form["contact"], form["who-may-ask"], form["experts-may-moderate"] == "yes",
            form["open-joining"] == "yes", wrong: wrong)
    }

    private init(
        _ name: String, _ contact: String, _ whoMayAsk: String, _ expertsMayModerate: Bool,
        _ openJoining: Bool, wrong: [Invalid]
    ) {
        errors = Errors(wrong)
        self.name = Field(name: "name", label: "The community's name", value: name, error: wrong.sentence(for: "name"))
        self.contact = Field(
            name: "contact", label: "How people reach your team", value: contact, hint: "Shown in the terms.",
            error: wrong.sentence(for: "contact"))
        self.whoMayAsk = Choices(
            name: "who-may-ask", field: "who-may-ask", label: "Who may ask",
            options: [
                Choice(
                    value: WhoMayAsk.members.rawValue, words: "Members",
                    hint: "Each draws tokens that nobody can link to them, a few a week.",
                    isChosen: whoMayAsk != WhoMayAsk.anyone.rawValue),
                Choice(
                    value: WhoMayAsk.anyone.rawValue, words: "Anyone who opens the page",
                    hint: "At most 60 questions an hour, from everybody together.",
                    isChosen: whoMayAsk == WhoMayAsk.anyone.rawValue),
            ])
        self.expertsMayModerate = expertsMayModerate
        self.openJoining = openJoining
    }
}
