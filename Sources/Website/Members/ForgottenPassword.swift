import HTTPTypes
import Hummingbird
import Members
import Storage

/// `/sign-in/forgotten`: a link by mail, and a new password through it. Known and unknown addresses are answered alike.
struct ForgottenPassword: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/sign-in/forgotten") { request, context in
            try site.show(ForgottenPage(sendsMail: site.sendsMail), for: request, context)
        }
        routes.post("/sign-in/forgotten", use: ask)
        routes.get("/sign-in/forgotten/:secret", use: form)
        routes.post("/sign-in/forgotten/:secret", use: set)
    }

    @Sendable private func ask(_ request: Request, _ context: FrontContext) async throws -> Response {
        let form = try await request.form()
        guard site.sendsMail else { return try site.show(ForgottenPage(sendsMail: false), to: context.member) }
        let page: ForgottenPage
        do {
            let email = try EmailAddress(form["email"])
            let isTaken = try await site.directory.forgot(email, network: site.network(of: request, context))
            if isTaken {
                return try site.show(MailSentPage(for: .password, to: email.description), to: context.member)
            }
            page = ForgottenPage(email: form["email"], wrong: [.tooManyMails], sendsMail: true)
        } catch let wrong as Invalid {
            page = ForgottenPage(email: form["email"], wrong: [wrong], sendsMail: true)
        }
        return try site.show(page, to: context.member, status: .unprocessableContent)
    }

    @Sendable private func form(_ request: Request, _ context: FrontContext) async throws -> Response {
        let secret = context.parameters.get("secret") ?? ""
        guard try await site.directory.opens(secret, .password) else {
            return try site.show(LinkOverPage(for: .password), to: context.member, status: .notFound)
        }
        return try site.show(NewPasswordPage(secret: secret), for: request, context)
    }

    @Sendable private func set(_ request: Request, _ context: FrontContext) async throws -> Response {
        let secret = context.parameters.get("secret") ?? ""
        let form = try await request.form()
        var wrong: [Invalid] = []
        let password = wrong.checked { () throws(Invalid) in try Password(form["password"]) }
        guard let password else {
            // What is wrong is said only to who holds a link: the page is no oracle for others either way.
            let page = NewPasswordPage(secret: secret, wrong: wrong)
            return try site.show(page, to: context.member, status: .unprocessableContent)
        }
        guard try await site.directory.setPassword(password, through: secret) else {
            return try site.show(LinkOverPage(for: .password), to: context.member, status: .notFound)
        }
        var response = Response.seeOther("/sign-in", .passwordSet)
        site.cookie.clear(on: &response)
        return response
    }
}

extension Invalid {
    static let tooManyMails = Invalid(
        "email", "Too much mail was asked for from where you are. Wait an hour and try again.")
}

struct ForgottenPage: Page {
    static let template = "members/forgotten"
    let title = "A new password"
    let sendsMail: Bool
    let errors: Errors?
    let email: Field

    init(email typed: String = "", wrong: [Invalid] = [], sendsMail: Bool) {
        self.sendsMail = sendsMail
        errors = Errors(wrong)
        email = Field(
            name: "email", label: "E-mail", value: typed, hint: "The address you sign in with.",
            error: wrong.sentence(for: "email"), type: "email", autocomplete: "username")
    }
}

struct NewPasswordPage: Page {
    static let template = "members/new-password"
    let title = "Choose a new password"
    let secret: String
    let errors: Errors?
    let password: Field

    init(secret: String, wrong: [Invalid] = []) {
        self.secret = secret
        errors = Errors(wrong)
        password = Field(
            name: "password", label: "A new password",
            hint: "At least 12 characters. Every session will end, and you sign in anew.",
            error: wrong.sentence(for: "password"), type: "password", autocomplete: "new-password")
    }
}
