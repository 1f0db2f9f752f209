import Hummingbird
import LearningSpace
import Storage

/// `/space/activities`: the record of what one did, by year, and the key responsibilities it supports.
struct KeepActivities: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/activities") { request, context in
            try site.show(try await list(context, try request.query), for: request, context)
        }
        routes.post("/space/responsibilities", use: set)
        routes.get("/space/activities/new") { request, context in
            try site.show(try await writePage(context, Form()), for: request, context)
        }
        routes.post("/space/activities", use: record)
        routes.get("/space/activities/:id") { request, context in
            let own = try await site.journal.responsibilities(of: context.person)
            let activity = try await activity(context)
            let files = try await site.journal.files(at: .activity(activity.id), of: context.person)
            let page = ActivityPage(activity, own, files: files, key: site.world.id())
            return try site.show(page, for: request, context)
        }
        routes.get("/space/activities/:id/edit") { request, context in
            try site.show(
                try await writePage(context, Form(), over: try await activity(context)), for: request, context)
        }
        routes.post("/space/activities/:id", use: save)
        routes.post("/space/activities/:id/reflections", use: begin)
        routes.post("/space/activities/:id/delete") { _, context -> Response in
            guard try await site.journal.erase(activity: try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/activities", .deleted)
        }
    }

    @Sendable private func set(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        do {
            try await site.journal.set(try Responsibility.Draft(form["responsibilities"]), of: context.person)
            return .seeOther("/space/activities", .saved)
        } catch let wrong as Invalid {
            return try site.show(
                try await list(context, form, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func record(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        do {
            let id = try await site.journal.record(
                try form.activity(), by: context.person, key: SendingKey(form["key"]) ?? site.world.id())
            return .seeOther("/space/activities/\(id)", .saved)
        } catch let wrong as InvalidFields {
            return try site.show(
                try await writePage(context, form, wrong: wrong.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    @Sendable private func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Activity> = try context.id()
        do {
            let saving = try await site.journal.save(
                try form.activity(), of: id, by: context.person, over: Int(form["version"]) ?? 0)
            switch saving {
            case .saved: return .seeOther("/space/activities/\(id)", .saved)
            case .conflict(let stored):
                return try site.show(
                    try await writePage(context, form, over: stored, isConflict: true), to: context.member,
                    status: .conflict)
            case nil: throw HTTPError(.notFound)
            }
        } catch let wrong as InvalidFields {
            return try site.show(
                try await writePage(context, form, over: try await activity(context), wrong: wrong.all),
                to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let key = SendingKey(try await request.form()["key"]) ?? site.world.id()
        let begun = try await site.journal.beginReflection(on: try context.id(), by: context.person, key: key)
        guard let begun else { throw HTTPError(.notFound) }
        return .seeOther("/space/reflections/\(begun)/edit")
    }

    private func activity(_ context: MemberContext) async throws -> Activity {
        guard let activity = try await site.journal.activity(try context.id(), of: context.person) else {
            throw HTTPError(.notFound)
        }
        return activity
    }

    private func list(_ context: MemberContext, _ form: Form, wrong: [Invalid] = []) async throws -> ActivitiesPage {
        let (journal, person, today) = (site.journal, context.person, site.world.today)
        let years = try await journal.yearsOfActivity(of: person)
        let asked = Int(form["year"]).flatMap { years.contains($0) ? $0 : nil }
        let year = asked ?? years.first ?? today.year
        return ActivitiesPage(
            try await journal.activities(of: person, in: year), year: year, years: years,
            own: try await journal.responsibilities(of: person),
            reflected: try await journal.daysOfReflection(of: person, in: year), form: form,
            wrong: wrong)
    }

    private func writePage(
        _ context: MemberContext, _ form: Form, over stored: Activity? = nil, isConflict: Bool = false,
        wrong: [Invalid] = []
    ) async throws -> WriteActivityPage {
        WriteActivityPage(
            form, over: stored, isConflict: isConflict,
            own: try await site.journal.responsibilities(of: context.person), key: site.world.id(), wrong: wrong)
    }
}

extension Form {
    fileprivate func activity() throws(InvalidFields) -> Activity.Draft {
        try Activity.Draft(first, responsibilities: all("supports").compactMap(ID<Responsibility>.init))
    }
}

extension Day {
    var year: Int { Int(description.prefix(4)) ?? 1970 }
}
