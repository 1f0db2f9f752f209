import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// `/space/reflections/…`: begin, write, save half-done, delete. Nothing typed is lost, even where two windows disagree.
struct WriteReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/reflections/new", use: new)
        routes.post("/space/reflections", use: begin)
        routes.get("/space/reflections/:id/edit") { request, context in
            let reflection = try await ownReading(context).reflection
            let unsaved = try await site.journal.unsaved(.reflection(reflection.id), of: context.person)
            return try site.show(WritePage(reflection, unsaved: unsaved), for: request, context)
        }
        routes.post("/space/reflections/:id", use: save)
        routes.post("/space/reflections/:id/delete") { _, context -> Response in
            guard try await site.journal.erase(try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space", .deleted)
        }
    }

    /// Under the key in the address, if there is one: there somebody goes on with what they never saved.
    @Sendable private func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try request.query
        let key = SendingKey(form["key"]) ?? site.world.id()
        if let begun = try await site.journal.reflection(begunUnder: key, by: context.person) {
            return .seeOther("/space/reflections/\(begun)/edit")
        }
        let unsaved = try await site.journal.unsaved(.new(key), of: context.person)
        return try site.show(
            WritePage(beginning: key, by: context.person, form: form, unsaved: unsaved), for: request, context)
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let key = SendingKey(form["key"]) ?? site.world.id()
        do {
            let saving = try await site.journal.begin(
                try form.reflection(form.model), by: context.person, key: key, settling: Int(form["draft"]) ?? 0)
            return try show(saving, form, context)
        } catch let invalid as InvalidFields {
            return try site.show(
                WritePage(beginning: key, by: context.person, form: form, wrong: invalid.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    @Sendable private func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Reflection> = try context.id()
        let model = try await ownReading(context).reflection.model
        do {
            let saving = try await site.journal.save(
                try form.reflection(model), of: id, by: context.person, over: Int(form["version"]) ?? 0,
                settling: Int(form["draft"]) ?? 0)
            guard let saving else { throw HTTPError(.notFound) }
            return try show(saving, form, context)
        } catch let invalid as InvalidFields {
            let reading = try await ownReading(context)
            return try site.show(
                WritePage(reading.reflection, form: form, wrong: invalid.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    private func show(_ saving: Saving, _ form: Form, _ context: MemberContext) throws -> Response {
        switch saving {
        case .saved(let reflection): .seeOther("/space/reflections/\(reflection.id)", .saved)
        case .conflict(let yours, let stored):
            try site.show(
                WritePage(conflict: yours, stored, draft: form["draft"]), to: context.member, status: .conflict)
        }
    }

    private func ownReading(_ context: MemberContext) async throws -> Reading {
        guard let reading = try await site.journal.reading(of: try context.id(), by: context.person),
            case .owner = reading.access
        else { throw HTTPError(.notFound) }
        return reading
    }
}

extension Form {
    /// A reflection as it was typed: a title, tags, and a box for each stage.
    fileprivate func reflection(_ model: ReflectionModel) throws(InvalidFields) -> Reflection.Draft {
        try Reflection.Draft(title: self["title"], words: first, tags: self["tags"], model: model)
    }

    /// The model that was chosen, or the house's own.
    var model: ReflectionModel {
        ReflectionModel.all.first { $0.name == self["model"] } ?? .cycle
    }
}
