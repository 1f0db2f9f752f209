import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// `/space/groups`: a few people who share with one another, each invited by name.
struct KeepGroups: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/groups") { request, context in
            try site.show(try await list(context), for: request, context)
        }
        routes.post("/space/groups", use: begin)
        routes.get("/space/groups/:id") { request, context in
            try site.show(
                try await page(context, number: max(1, Int(try request.query["page"]) ?? 1)), for: request, context)
        }
        routes.post("/space/groups/:id/invitations", use: invite)
        routes.post("/space/groups/:id/membership") { _, context -> Response in
            let id: ID<Group> = try context.id()
            guard try await site.journal.join(id, by: context.person) else { throw HTTPError(.notFound) }
            return .seeOther("/space/groups/\(id)", .joined)
        }
        routes.post("/space/groups/:id/membership/delete") { _, context -> Response in
            try await remove(context.person, context)
            return .seeOther("/space/groups", .leftGroup)
        }
        routes.post("/space/groups/:id/members/:person/delete") { _, context -> Response in
            try await remove(try context.id("person"), context)
            return .seeOther("/space/groups/\(try context.id() as ID<Group>)", .saved)
        }
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        do {
            let id = try await site.journal.begin(
                try Group.Draft(name: form["name"], about: form["about"]), by: context.person,
                key: SendingKey(form["key"]) ?? site.world.id())
            guard let id else {
                let most = "You are in \(Group.most) groups, as many as one can be. Leave one first."
                throw InvalidFields([Invalid("name", most)])
            }
            return .seeOther("/space/groups/\(id)", .saved)
        } catch let wrong as InvalidFields {
            return try site.show(
                try await list(context, form, wrong: wrong.all), to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func invite(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: ID<Group> = try context.id()
        guard try await site.journal.group(id, for: context.person)?.keeper == context.person else {
            throw HTTPError(.notFound)
        }
        let person = PersonID(try await request.form()["person"])
        guard let person, try await site.directory.names()[person] != nil else {
            return try await refused("Choose whom you invite.", context)
        }
        switch try await site.journal.invite(person, to: id, by: context.person) {
        case .success: return .seeOther("/space/groups/\(id)", .personInvited)
        case .failure(.noGroup): throw HTTPError(.notFound)
        case .failure(.full):
            return try await refused(
                "A group has at most \(Group.mostPeople) people, with those invited. Take one back first.", context)
        case .failure(.alreadyThere):
            return try await refused("They are invited already. Choose somebody else.", context)
        }
    }

    private func refused(_ sentence: String, _ context: MemberContext) async throws -> Response {
        let page = try await page(context, wrong: [Invalid("person", sentence)])
        return try site.show(page, to: context.member, status: .unprocessableContent)
    }

    private func remove(_ person: PersonID, _ context: MemberContext) async throws {
        guard try await site.journal.remove(person, from: try context.id(), by: context.person) else {
            throw HTTPError(.notFound)
        }
    }

    private func list(_ context: MemberContext, _ form: Form = Form(), wrong: [Invalid] = []) async throws -> GroupsPage
    {
        GroupsPage(
            try await site.journal.groups(of: context.person), names: try await site.directory.names(),
            key: site.world.id(), form: form, wrong: wrong)
    }

    private func page(_ context: MemberContext, number: Int = 1, wrong: [Invalid] = []) async throws -> GroupPage {
        guard let group = try await site.journal.group(try context.id(), for: context.person) else {
            throw HTTPError(.notFound)
        }
        // An invitation opens nothing.
        let (shared, hasMore) =
            group.isMember
            ? try await site.journal.reflections(sharedWith: context.person, .init(group: group.id), page: number)
            : ([], false)
        let names = try await site.directory.names()
        let rows = SharedRow.rows(
            shared, names: names, topics: try await site.desk.topics(), reader: context.person)
        return GroupPage(
            group, rows, reader: context.person, names: names, members: try await site.directory.members(),
            pages: Pages("Shared with the group", number, hasMore: hasMore) { "/space/groups/\(group.id)?page=\($0)" },
            wrong: wrong)
    }
}
