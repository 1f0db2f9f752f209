import Foundation
import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/admin` and `/admin/members`: who there is, which roles they hold, and whom to invite.
struct AdministerMembers: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin") { request, context in
            try site.show(try await page(), for: request, context)
        }
        routes.get("/admin/members/:id") { request, context in
            try site.show(try await memberPage(context), for: request, context)
        }
        routes.post("/admin/members/:id/roles", use: setRoles)
        routes.post("/admin/members/:id/profile", use: setProfile)
        routes.post("/admin/members/:id/suspension") { _, context -> Response in
            let id: PersonID = try context.id()
            // At the next epoch everybody draws with a new key.
            try await site.directory.suspend(id, from: Epoch(containing: site.world.today).lastDay + 1)
            return .seeOther("/admin/members/\(id)", .saved)
        }
        routes.post("/admin/members/:id/suspension/delete") { _, context -> Response in
            let id: PersonID = try context.id()
            try await site.directory.liftSuspension(of: id)
            return .seeOther("/admin/members/\(id)", .saved)
        }
        routes.post("/admin/members/:id/handover", use: handOver)
        routes.post("/admin/invitations", use: invite)
        routes.post("/admin/invitations/:id/delete") { _, context -> Response in
            try await site.directory.revoke(try context.id())
            return .seeOther("/admin", .revoked)
        }
    }

    @Sendable private func setRoles(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let id: PersonID = try context.id()
        let roles = try await request.form().roles
        do {
            try await site.directory.set(roles: roles, of: id)
        } catch Directory.Refusal.lastAdministrator {
            let wrong = [Invalid("roles", "Somebody has to stay administrator. Give the role to another member first.")]
            return try site.show(
                try await memberPage(context, wrong: wrong), to: context.member, status: .unprocessableContent)
        } catch Directory.Refusal.unknownMember {
            throw HTTPError(.notFound)
        }
        // Who no longer answers gives back what they hold.
        if !roles.contains(.expert) {
            let handed = try await site.desk.removeExpert(id, by: context.person)
            if !handed.isEmpty { return try await show(handed, of: id, to: context) }
        }
        return .seeOther("/admin/members/\(id)", .saved)
    }

    @Sendable private func handOver(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let id: PersonID = try context.id()
        guard try await site.directory.member(id) != nil else { throw HTTPError(.notFound) }
        let goal = HandOver(rawValue: try await request.form()["to"]) ?? .queue
        return try await show(
            try await site.desk.handOver(everythingOf: id, to: goal, by: context.person), of: id, to: context)
    }

    /// Without the questions' words: an administrator is no moderator.
    private func show(
        _ handed: [HandedOver], of expert: PersonID, to context: AdministratorContext
    ) async throws -> Response {
        let page = HandedOverPage(
            handed, of: expert, names: try await site.directory.names(), showsWords: false,
            back: "/admin/members/\(expert)")
        return try site.show(page, to: context.member)
    }

    @Sendable private func setProfile(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let id: PersonID = try context.id()
        let form = try await request.form()
        guard let member = try await site.directory.member(id), member.roles.contains(.expert) else {
            throw HTTPError(.notFound)
        }
        do {
            let profile = try Expert.Profile(
                headline: form["headline"], about: form["about"], topics: form.all("topics"))
            try await site.desk.save(profile, of: id)
            return .seeOther("/admin/members/\(id)", .saved)
        } catch let invalid as InvalidFields {
            return try site.show(
                try await memberPage(context, form: form, wrong: invalid.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    @Sendable private func invite(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let form = try await request.form()
        do {
            let email = try EmailAddress(form["email"])
            let secret = try await site.directory.invite(email, roles: form.roles.union([.member]))
            let link = site.address.appending(path: "join/\(secret)").absoluteString
            if site.sendsMail { try await site.directory.queue(.invitation, to: email) }
            return try site.show(
                InvitedPage(email: email.description, link: link, isMailed: site.sendsMail), to: context.member)
        } catch let wrong as Invalid {
            return try await again(context, form, wrong)
        } catch Directory.Refusal.emailTaken {
            return try await again(context, form, Invalid("email", "A member has this address already."))
        }
    }

    private func again(_ context: AdministratorContext, _ form: Form, _ wrong: Invalid) async throws -> Response {
        try site.show(try await page(form, wrong: [wrong]), to: context.member, status: .unprocessableContent)
    }

    private func page(_ form: Form = Form(), wrong: [Invalid] = []) async throws -> AdminPage {
        AdminPage(
            members: try await site.directory.members(), invitations: try await site.directory.invitations(),
            form: form,
            wrong: wrong)
    }

    private func memberPage(
        _ context: AdministratorContext, form: Form? = nil, wrong: [Invalid] = []
    ) async throws -> AdminMemberPage {
        let id: PersonID = try context.id()
        guard let member = try await site.directory.member(id) else { throw HTTPError(.notFound) }
        let expert = try await site.desk.experts().first { $0.id == id }
        return AdminMemberPage(
            member, expert: expert, topics: try await site.desk.topics(),
            suspendedFrom: try await site.directory.suspension(of: id),
            nextEpoch: Epoch(containing: site.world.today).lastDay + 1, form: form, wrong: wrong)
    }
}

extension Form {
    fileprivate var roles: Set<Role> { Set(all("roles").compactMap(Role.init)) }
}
