import HTTPTypes
import Hummingbird
import Members
import Storage

/// `/join`: where joining is open, a link by mail for whoever asks; otherwise what an invitation is.
struct AskToJoin: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/join") { request, context in
            guard try await site.isOpenForJoining() else {
                return try site.show(InvitationNeededPage(), for: request, context)
            }
            return try site.show(AskToJoinPage(), for: request, context)
        }
        routes.post("/join", use: ask)
    }

    @Sendable private func ask(_ request: Request, _ context: FrontContext) async throws -> Response {
        let form = try await request.form()
        guard try await site.isOpenForJoining() else {
            return try site.show(InvitationNeededPage(), to: context.member)
        }
        let page: AskToJoinPage
        do {
            let email = try EmailAddress(form["email"])
            let isTaken = try await site.directory.askToJoin(email, network: site.network(of: request, context))
            if isTaken {
                return try site.show(MailSentPage(for: .joining, to: email.description), to: context.member)
            }
            page = AskToJoinPage(email: form["email"], wrong: [.tooManyMails])
        } catch let wrong as Invalid {
            page = AskToJoinPage(email: form["email"], wrong: [wrong])
        }
        return try site.show(page, to: context.member, status: .unprocessableContent)
    }
}

extension Site {
    func isOpenForJoining() async throws -> Bool {
        guard sendsMail else { return false }
        return try await directory.settings().openJoining
    }
}

struct AskToJoinPage: Page {
    static let template = "members/ask-to-join"
    let title = "Join"
    let errors: Errors?
    let email: Field

    init(email typed: String = "", wrong: [Invalid] = []) {
        errors = Errors(wrong)
        email = Field(
            name: "email", label: "Your e-mail", value: typed, hint: "A link comes to it. You will sign in with it.",
            error: wrong.sentence(for: "email"), type: "email", autocomplete: "email")
    }
}
