import HTTPTypes
import Hummingbird
import Members
import Storage

/// `/account`: one's password and the browsers one is signed in with.
struct Account: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/account") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/account/password", use: changePassword)
        routes.post("/account/sessions/:id/delete", use: endSession)
    }

    @Sendable private func changePassword(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        var wrong: [Invalid] = []
        let password = wrong.checked { () throws(Invalid) in try Password(form["password"]) }
        if let password {
            let isChanged = try await site.directory.changePassword(
                of: context.person, from: form["current"], to: password, keeping: context.signedIn.session)
            if isChanged { return .seeOther("/account", .passwordChanged) }
            wrong.append(Invalid("current", "This is not your current password; or wait 15 minutes after many tries."))
        }
        return try site.show(try await page(context, wrong), to: context.member, status: .unprocessableContent)
    }

    @Sendable private func endSession(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await site.directory.end(try context.id(), of: context.person)
        return .seeOther("/account", .sessionEnded)
    }

    /// - Parameter email: the new address that was typed.
    func page(_ context: MemberContext, _ wrong: [Invalid] = [], email: String = "") async throws -> AccountPage {
        let sessions = try await site.directory.sessions(of: context.person)
        let wishes = try await site.directory.mailWishes(of: context.person)
        let mail = site.sendsMail ? MailSection(context.signedIn.member, wishes, email: email, wrong) : nil
        return AccountPage(context.signedIn, sessions, mail, wrong)
    }
}

struct AccountPage: Page {
    struct Row {
        let id: String
        let device: String
        let days: String
        let isThis: Bool
    }
    static let template = "members/account"
    static let place: Section? = .account
    let title = "Your account"
    let email: String
    let roles: String
    let sessions: [Row]
    /// nil where no mail is sent.
    let mail: MailSection?
    let errors: Errors?
    let current: Field
    let password: Field

    init(_ signedIn: SignedIn, _ sessions: [Session], _ mail: MailSection?, _ wrong: [Invalid]) {
        email = signedIn.member.email.description
        roles = signedIn.member.roles.sorted().map(\.rawValue).joined(separator: ", ")
        self.sessions = sessions.map {
            Row(
                id: $0.id.description, device: $0.device,
                days: "since \($0.began.words), last seen \($0.seen.words)", isThis: $0.id == signedIn.session)
        }
        self.mail = mail
        errors = Errors(wrong)
        current = Field(
            name: "current", label: "Your current password", error: wrong.sentence(for: "current"), type: "password",
            autocomplete: "current-password")
        password = Field(
            name: "password", label: "A new password", hint: "At least 12 characters. Every other session will end.",
            error: wrong.sentence(for: "password"), type: "password", autocomplete: "new-password")
    }
}

/// What one can say about mail, as the account's page shows it.
struct MailSection {
    let newEmail: Field
    let passwordNow: Field
    let choices: [Wish]

    struct Wish {
        let name: String
        let words: String
        let hint: String
        let isWanted: Bool
    }

    init(_ member: Member, _ wishes: MailWishes, email: String, _ wrong: [Invalid]) {
        newEmail = Field(
            name: "email", label: "A new address", value: email,
            hint: "It is yours once you open the link we mail to it.",
            error: wrong.sentence(for: "email"), type: "email", autocomplete: "email")
        passwordNow = Field(
            name: "password-now", label: "Your password", error: wrong.sentence(for: "password-now"), type: "password",
            autocomplete: "current-password")
        let isStaff = !member.roles.isDisjoint(with: [.expert, .moderator])
        let waiting = Wish(
            name: "waiting", words: "Tell me when something waits for me",
            hint: "Once a day at most. The mail says that something waits, and nothing else.",
            isWanted: wishes.waiting)
        let digest = Wish(
            name: "digest", words: "Send me what was published, once a month",
            hint: "The same mail for everybody who wants it. Nobody can see whether you open it.",
            isWanted: wishes.digest)
        let savedSearches = Wish(
            name: "saved-searches", words: "Tell me when something new stands in my saved searches",
            hint: "Once a day at most. The mail says that there is something, and nothing else.",
            isWanted: wishes.savedSearches)
        let comments = Wish(
            name: "comments", words: "Tell me when somebody says something in my learning space, or answers me",
            hint: "Once a day at most. The mail says that something waits, not what or by whom.",
            isWanted: wishes.comments)
        choices = (isStaff ? [waiting] : []) + [comments, savedSearches, digest]
    }
}
