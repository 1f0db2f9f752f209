import Members
import Questions
import Storage

struct AdminPage: Page {
    struct Row {
        let id: String
        let name: String
        let email: String
        let roles: [String]
        let joined: String
    }
    struct InvitationRow {
        let id: String
        let email: String
        let roles: String
        let until: String
    }
    static let template = "admin/members"
    static let place: Section? = .admin
    let title = "Members"
    let members: [Row]
    let invitations: [InvitationRow]
    let errors: Errors?
    let email: Field
    let roles: Choices

    init(members: [Member], invitations: [Invitation], form: Form, wrong: [Invalid]) {
        self.members = members.map {
            Row(
                id: $0.id.description, name: $0.name, email: $0.email.description,
                roles: $0.roles.sorted().map(\.rawValue), joined: $0.joined.words)
        }
        self.invitations = invitations.map {
            InvitationRow(
                id: $0.id.description, email: $0.email.description,
                roles: $0.roles.sorted().map(\.rawValue).joined(separator: ", "), until: $0.until.words)
        }
        errors = Errors(wrong)
        email = Field(
            name: "email", label: "E-mail of the person to invite", value: form["email"],
            hint: "The link works for 30 days, once, and for this address alone.", error: wrong.sentence(for: "email"),
            type: "email", autocomplete: "off")
        roles = .roles(chosen: Set(form.all("roles")), label: "Roles besides member", except: .member)
    }
}

struct AdminMemberPage: Page {
    static let template = "admin/member"
    static let place: Section? = .admin
    let title: String
    let id: String
    let name: String
    let email: String
    let joined: String
    let errors: Errors?
    let roles: Choices
    /// nil for who may ask.
    let suspendedFrom: String?
    /// When a suspension would begin.
    let nextEpoch: String
    /// nil for who is no expert.
    let profile: Profile?

    struct Profile {
        let headline: Field
        let about: Field
        let topics: Choices
    }

    init(
        _ member: Member, expert: Expert?, topics: [Topic], suspendedFrom: Day?, nextEpoch: Day, form: Form?,
        wrong: [Invalid]
    ) {
        self.suspendedFrom = suspendedFrom?.words
        self.nextEpoch = nextEpoch.words
        title = member.name
        id = member.id.description
        name = member.name
        email = member.email.description
        joined = member.joined.words
        errors = Errors(wrong)
        roles = .roles(
            chosen: Set(member.roles.map(\.rawValue)), label: "Roles", error: wrong.sentence(for: "roles"))
        guard member.roles.contains(.expert) else {
            profile = nil
            return
        }
        let chosen = form.map { Set($0.all("topics")) } ?? Set(expert?.topics.map(\.slug) ?? [])
        profile = Profile(
            headline: Field(
                name: "headline", label: "What this expert does", value: form?["headline"] ?? expert?.headline,
                error: wrong.sentence(for: "headline")),
            about: Field(
                name: "about", label: "A few lines about them", value: form?["about"] ?? expert?.about,
                error: wrong.sentence(for: "about"), rows: 4),
            topics: Choices(
                name: "topics", field: "topics", label: "Topics they answer", kind: "checkbox", across: true,
                options: topics.map { Choice(value: $0.slug, words: $0.name, isChosen: chosen.contains($0.slug)) }))
    }
}

extension Choices {
    static func roles(chosen: Set<String>, label: String, except: Role? = nil, error: String? = nil) -> Choices {
        Choices(
            name: "roles", field: "roles", label: label, error: error, kind: "checkbox", across: true,
            options: Role.allCases.filter { $0 != except }.map {
                Choice(value: $0.rawValue, words: $0.rawValue, isChosen: chosen.contains($0.rawValue))
            })
    }
}

/// Shows an invitation's link, this once.
struct InvitedPage: Page {
    static let template = "admin/invited"
    static let place: Section? = .admin
    let title = "The invitation is ready"
    let email: String
    let link: String
    /// Whether a mail with another link is on its way.
    let isMailed: Bool
}
