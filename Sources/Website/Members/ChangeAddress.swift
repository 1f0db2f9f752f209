import HTTPTypes
import Hummingbird
import Members
import Storage

/// Part of `/account`: another address, which has to be confirmed where it leads, and which mail comes.
struct ChangeAddress: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/account/email", use: propose)
        routes.post("/account/mail") { request, context -> Response in
            let form = try await request.form()
            let wishes = MailWishes(
                waiting: form["waiting"] == "yes", digest: form["digest"] == "yes",
                savedSearches: form["saved-searches"] == "yes", comments: form["comments"] == "yes")
            try await site.directory.save(wishes, of: context.person)
            return .seeOther("/account", .saved)
        }
    }

    @Sendable private func propose(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        guard site.sendsMail else { return .seeOther("/account") }
        var wrong: [Invalid] = []
        let email = wrong.checked { () throws(Invalid) in try EmailAddress(form["email"]) }
        if let email {
            let isRight = try await site.directory.propose(email, by: context.person, password: form["password-now"])
            if isRight { return .seeOther("/account", .addressAsked) }
            wrong.append(
                Invalid("password-now", "This is not your password; or wait 15 minutes after many tries."))
        }
        let page = try await Account(site: site).page(context, wrong, email: form["email"])
        return try site.show(page, to: context.member, status: .unprocessableContent)
    }
}

/// `/account/email/{secret}`: the link in the mail to a new address. Whoever can read that mail may be signed in
/// elsewhere, so the page asks for nothing but a press of its button.
struct ConfirmAddress: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/account/email/:secret") { request, context in
            let secret = context.parameters.get("secret") ?? ""
            guard let email = try await site.directory.proposed(through: secret) else {
                return try site.show(LinkOverPage(for: .address), to: context.member, status: .notFound)
            }
            return try site.show(
                ConfirmAddressPage(secret: secret, email: email.description), for: request, context)
        }
        routes.post("/account/email/:secret") { request, context in
            let secret = context.parameters.get("secret") ?? ""
            guard try await site.directory.confirmAddress(through: secret) else {
                return try site.show(LinkOverPage(for: .address), to: context.member, status: .notFound)
            }
            return .seeOther(context.member == nil ? "/sign-in" : "/account", .addressChanged)
        }
    }
}

struct ConfirmAddressPage: Page {
    static let template = "members/confirm-address"
    let title = "Is this your address?"
    let secret: String
    let email: String
}
