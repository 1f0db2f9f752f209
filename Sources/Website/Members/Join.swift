import HTTPTypes
import Hummingbird
import Members
import Storage

/// `/join/{secret}`: an invitation becomes an account.
struct Join: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/join/:secret", use: form)
        routes.post("/join/:secret", use: join)
    }

    @Sendable private func form(_ request: Request, _ context: FrontContext) async throws -> Response {
        guard let (invitation, secret) = try await invitation(context) else {
            return try site.show(InvitationNeededPage(wasTold: true), to: nil, status: .notFound)
        }
        return try site.show(JoinPage(secret: secret, email: invitation.email), for: request, context)
    }

    @Sendable private func join(_ request: Request, _ context: FrontContext) async throws -> Response {
        let form = try await request.form()
        guard let (invitation, secret) = try await invitation(context) else {
            return try site.show(InvitationNeededPage(wasTold: true), to: nil, status: .notFound)
        }
        var wrong: [Invalid] = []
        let name = wrong.checked { () throws(Invalid) in try PersonName(form["name"]) }
        let password = wrong.checked { () throws(Invalid) in try Password(form["password"]) }
        if form["terms"] != "yes" {
            wrong.append(Invalid("terms", "Read the terms and tick the box to agree to them."))
        }
        guard let name, let password, wrong.isEmpty else {
            let page = JoinPage(secret: secret, email: invitation.email, name: form["name"], wrong: wrong)
            return try site.show(page, to: nil, status: .unprocessableContent)
        }
        let session = try await site.directory.join(
            invitation: secret, name: name, password: password, device: Device.name(request))
        guard let session else { return try site.show(InvitationNeededPage(wasTold: true), to: nil, status: .notFound) }
        var response = Response.seeOther("/space", .welcome)
        site.cookie.set(session, on: &response)
        return response
    }

    private func invitation(_ context: FrontContext) async throws -> (Invitation, secret: String)? {
        let secret = context.parameters.get("secret") ?? ""
        return try await site.directory.invitation(secret: secret).map { ($0, secret) }
    }
}

struct JoinPage: Page {
    static let template = "members/join"
    let title = "Join"
    let secret: String
    let email: String
    let errors: Errors?
    let name: Field
    let password: Field
    let termsError: String?

    init(secret: String, email: EmailAddress, name typed: String = "", wrong: [Invalid] = []) {
        self.secret = secret
        self.email = email.description
        errors = Errors(wrong)
        name = Field(
            name: "name", label: "Your name", value: typed, hint: "As other members will see it.",
            error: wrong.sentence(for: "name"), autocomplete: "name")
        password = Field(
            name: "password", label: "A password",
            hint: "At least 12 characters. Three or four unrelated words do well.",
            error: wrong.sentence(for: "password"), type: "password", autocomplete: "new-password")
        termsError = wrong.sentence(for: "terms")
    }
}

/// Where there is no invitation, or none that still holds.
struct InvitationNeededPage: Page {
    static let template = "members/invitation-needed"
    let title = "Joining needs an invitation"
    /// Whether a link brought the visitor here.
    var wasTold = false
}
