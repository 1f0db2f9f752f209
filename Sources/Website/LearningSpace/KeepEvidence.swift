import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// `/space/files`: what shows that something was done, and where it stands.
struct KeepEvidence: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/files") { request, context in
            let listing = try await site.journal.files(of: context.person, page: Int(try request.query["page"]) ?? 1)
            return try site.show(FilesPage(listing, site.journal.limits), for: request, context)
        }
        routes.get("/space/files/new") { request, context in
            try site.show(try await page(context, try request.query), for: request, context)
        }
        routes.post("/space/files", use: add)
        routes.post("/space/files/:id/places/delete", use: take)
        routes.post("/space/files/:id/delete") { _, context -> Response in
            guard try await site.journal.erase(file: try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/files", .deleted)
        }
    }

    @Sendable private func add(_ request: Request, _ context: MemberContext) async throws -> Response {
        do throws(any Error) {
            let arriving = try await site.journal.receive(by: context.person)
            return try await add(request, arriving, context)
        } catch let wrong as Invalid {
            return try site.show(
                try await page(context, Form(), wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    private func add(_ request: Request, _ file: ArrivingFile<Evidence>, _ context: MemberContext) async throws
        -> Response
    {
        let (form, name): (Form, String?)
        do {
            // Four times as much is read to its end, so that a browser shows the answer.
            (form, name) = try await request.upload("file", upTo: 4 * site.journal.limits.bytesOfFile + 100_000) {
                try file.add($0)
            }
        } catch {
            try await site.journal.giveUp(file)
            throw error
        }
        do {
            let place = try form.place()
            guard let name else {
                try await site.journal.giveUp(file)
                return try await put(form, at: place, context)
            }
            let key = SendingKey(form["key"]) ?? site.world.id()
            let added = try await site.journal.add(
                file, try Evidence.Draft(name: name, about: form["about"]), at: place, by: context.person, key: key)
            guard added != nil else { throw HTTPError(.notFound) }
            return .seeOther(place?.path ?? "/space/files", .saved)
        } catch let wrong as Invalid {
            try await site.journal.giveUp(file)
            return try site.show(
                try await page(context, form, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    /// One of the owner's files, where they sent no other.
    private func put(_ form: Form, at place: Evidence.Place?, _ context: MemberContext) async throws -> Response {
        guard let place, let id = ID<Evidence>(form["kept"]) else { throw Invalid("file", "Choose a file.") }
        guard try await site.journal.put(id, at: place, by: context.person) else { throw HTTPError(.notFound) }
        return .seeOther(place.path, .saved)
    }

    @Sendable private func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        let place = try? await request.form().place()
        guard let place, try await site.journal.take(try context.id(), from: place, by: context.person) else {
            throw HTTPError(.notFound)
        }
        return .seeOther(place.path, .saved)
    }

    private func page(_ context: MemberContext, _ form: Form, wrong: [Invalid] = []) async throws -> AddFilePage {
        let journal = site.journal
        let about: AddFilePage.About
        if let id = ID<Activity>(form["activity"]), let activity = try await journal.activity(id, of: context.person) {
            about = .activity(activity)
        } else if let id = ID<Goal>(form["goal"]), let goal = try await journal.goal(id, of: context.person) {
            about = .goal(goal)
        } else if let id = ID<Reflection>(form["reflection"]),
            let reading = try await journal.reading(of: id, by: context.person), case .owner = reading.access
        {
            about = .reflection(reading.reflection)
        } else {
            about = .nothing
        }
        return AddFilePage(
            about, try await journal.files(of: context.person), journal.limits, key: site.world.id(), form: form,
            wrong: wrong)
    }
}

extension Form {
    /// Where a file is to stand: nil where the form names no place.
    ///
    /// - Throws: `Invalid` where it names a reflection and none of its stages.
    fileprivate func place() throws(Invalid) -> Evidence.Place? {
        if let id = ID<Activity>(self["activity"]) { return .activity(id) }
        if let id = ID<Goal>(self["goal"]) { return .goal(id) }
        guard let id = ID<Reflection>(self["reflection"]) else { return nil }
        guard !self["stage"].isEmpty else { throw Invalid("stage", "Choose the stage that it belongs to.") }
        return .stage(self["stage"], of: id)
    }
}

extension Evidence.Place {
    /// The page of what it stands at.
    var path: String {
        switch self {
        case .activity(let id): "/space/activities/\(id)"
        case .goal(let id): "/space/goals/\(id)"
        case .stage(_, let id): "/space/reflections/\(id)"
        }
    }
}
