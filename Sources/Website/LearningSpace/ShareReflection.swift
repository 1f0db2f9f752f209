import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// Opening stages of a reflection to others, and closing them again.
struct ShareReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/space/reflections/:id/shares", use: share)
        routes.post("/space/shares/:id/delete") { _, context -> Response in
            try await withdraw(nil, context)
        }
        routes.post("/space/shares/:id/stages/:stage/delete") { _, context -> Response in
            try await withdraw(context.parameters.get("stage"), context)
        }
    }

    @Sendable private func share(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Reflection> = try context.id()
        do {
            let draft = try await draft(form, by: context.person)
            guard let sharing = try await site.journal.share(id, draft, by: context.person) else {
                throw HTTPError(.notFound)
            }
            // Shown at once and never again: nothing but its hash is kept.
            if let secret = sharing.secret { return try show(secret, of: id, until: draft.until, to: context) }
            return .seeOther("/space/reflections/\(id)", .shared)
        } catch let invalid as InvalidFields {
            return try await site.showReflection(
                request, context, status: .unprocessableContent, form: form, wrong: invalid.all)
        }
    }

    private func withdraw(_ stage: String?, _ context: MemberContext) async throws -> Response {
        guard let id = try await site.journal.withdraw(try context.id(), stage: stage, by: context.person) else {
            throw HTTPError(.notFound)
        }
        return .seeOther("/space/reflections/\(id)", .withdrawn)
    }

    private func show(
        _ secret: String, of id: ID<Reflection>, until: Day, to context: MemberContext
    ) throws -> Response {
        try site.show(
            LinkMadePage(
                reflection: id.description, until: until.words,
                link: Field(
                    name: "link", label: "Link", value: site.address.absoluteString + "/shared/links/" + secret)),
            to: context.member)
    }

    private func draft(_ form: Form, by owner: PersonID) async throws -> Share.Draft {
        let today = site.world.today
        let until = form["until"].isEmpty ? today + Share.Draft.usualDays : Day(form["until"])
        guard let until else {
            throw InvalidFields([
                Invalid("until", "Write the last day as year, month and day: \((today + 90).description).")
            ])
        }
        let topic = try await site.desk.topics().first { $0.slug == form["topic"] }?.slug
        return try Share.Draft(
            form.all("stage"), with: try await audiences(form), by: owner, until: until, topic: topic, today: today)
    }

    /// Ids of people who are members; any other is passed over.
    private func audiences(_ form: Form) async throws -> [Share.Audience] {
        switch form["audience"] {
        case "everyone": return [.everyMember]
        case "link": return [.link]
        case "named":
            let names = try await site.directory.names()
            return form.all("person").compactMap(PersonID.init).filter { names[$0] != nil }.map(Share.Audience.member)
        case let group where group.hasPrefix("group:"):
            return ID<Group>(String(group.dropFirst(6))).map { [.group($0)] } ?? []
        default: return []
        }
    }
}

struct LinkMadePage: Page {
    static let template = "space/link"
    static let place: Section? = .space
    let title = "Your link is ready"
    let reflection: String
    let until: String
    let link: Field
}
