import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/sign-in` and `/sign-out`.
struct SignIn: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/sign-in") { request, context in
            let next = try Address.local(request.query["next"])
            // As after going back, or from an old bookmark: there is nothing left to do here.
            guard context.member == nil else { return Response.seeOther(next) }
            return try site.show(SignInPage(next: next, sendsMail: site.sendsMail), for: request, context)
        }
        routes.post("/sign-in", use: signIn)
        routes.post("/sign-out", use: signOut)
    }

    @Sendable private func signIn(_ request: Request, _ context: FrontContext) async throws -> Response {
        let form = try await request.form()
        let next = Address.local(form["next"])
        let outcome = try await site.directory.signIn(
            email: form["email"], password: form["password"], device: Device.name(request),
            network: site.network(of: request, context),
            replacing: site.cookie.secret(in: request))
        switch outcome {
        case .welcome(let secret):
            var response = Response.seeOther(next)
            site.cookie.set(secret, on: &response)
            return response
        case .wrong:
            let page = SignInPage(
                next: next, email: form["email"], sentence: "The e-mail and the password do not go together.",
                sendsMail: site.sendsMail)
            return try site.show(page, to: nil, status: .unprocessableContent)
        case .tooMany:
            let page = SignInPage(
                next: next, email: form["email"], sentence: "Too many attempts. Wait 15 minutes and try again.",
                sendsMail: site.sendsMail)
            return try site.show(page, to: nil, status: .tooManyRequests)
        }
    }

    @Sendable private func signOut(_ request: Request, _ context: FrontContext) async throws -> Response {
        if let secret = site.cookie.secret(in: request) { try await site.directory.signOut(secret: secret) }
        if let person = context.visitor?.member.id { try await site.desk.leaveEverything(person) }
        var response = Response.seeOther("/", .signedOut)
        site.cookie.clear(on: &response)
        return response
    }
}

struct SignInPage: Page {
    static let template = "members/sign-in"
    let title = "Sign in"
    let next: String
    let sendsMail: Bool
    let errors: Errors?
    let email: Field
    let password: Field

    init(next: String, email typed: String = "", sentence: String? = nil, sendsMail: Bool) {
        self.next = next
        self.sendsMail = sendsMail
        errors = Errors(sentence.map { [Invalid("email", $0)] } ?? [])
        email = Field(
            name: "email", label: "E-mail", value: typed, error: sentence, type: "email", autocomplete: "username")
        password = Field(name: "password", label: "Password", type: "password", autocomplete: "current-password")
    }
}

extension Site {
    /// Where a request comes from. Of `X-Forwarded-For` only the last address is the proxy's own word.
    func network(of request: Request, _ context: FrontContext) -> String {
        let forwarded = request.headers[.xForwardedFor]?.split(separator: ",").last?.trimmingPrefix(
            while: \.isWhitespace)
        guard isBehindProxy, let forwarded else { return context.network }
        return Network.name(of: String(forwarded))
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
