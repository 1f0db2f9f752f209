import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// What is typed keeps itself, some seconds after each change. It is asked for by a script alone: without one, the button
/// saves as it always did.
struct KeepUnsaved: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/space/drafts") { request, context -> Response in
            let form = try await request.form()
            guard let key = SendingKey(form["key"]) else { throw HTTPError(.badRequest) }
            return try await keep(form, form.model, .new(key), context)
        }
        routes.post("/space/reflections/:id/draft") { request, context -> Response in
            let form = try await request.form()
            let id: ID<Reflection> = try context.id()
            guard let model = try await model(of: id, context) else { throw HTTPError(.notFound) }
            return try await keep(form, model, .reflection(id), context)
        }
        routes.post("/space/drafts/:id/delete") { _, context -> Response in
            try await forget(.new(try context.id()), context)
            return .seeOther("/space", .deleted)
        }
        routes.post("/space/reflections/:id/draft/delete") { _, context -> Response in
            let id: ID<Reflection> = try context.id()
            try await forget(.reflection(id), context)
            return .seeOther("/space/reflections/\(id)", .deleted)
        }
    }

    private func keep(
        _ form: Form, _ model: ReflectionModel, _ subject: Unsaved.Subject, _ context: MemberContext
    ) async throws -> Response {
        let number = max(0, min(Int(form["draft"]) ?? 0, Int(Int32.max)))
        let keeping = try await site.journal.keep(
            Unsaved.Typed(form, model), model: model, over: max(0, Int(form["version"]) ?? 0), number: number,
            of: subject, by: context.person)
        switch keeping {
        case .kept(let number, let isBehind): return try .json(Kept(draft: number, isBehind: isBehind), .ok)
        case .keptElsewhere: return try .json(Kept("another window keeps something else."), .conflict)
        case .tooLong: return try .json(Kept("it is too long. Shorten it."), .contentTooLarge)
        case .tooMany:
            let most = "there are \(Unsaved.most) that were never saved. Save this one, or throw others away."
            return try .json(Kept(most), .conflict)
        case nil: throw HTTPError(.notFound)
        }
    }

    private func forget(_ subject: Unsaved.Subject, _ context: MemberContext) async throws {
        guard try await site.journal.forgetUnsaved(subject, of: context.person) else { throw HTTPError(.notFound) }
    }

    private func model(of id: ID<Reflection>, _ context: MemberContext) async throws -> ReflectionModel? {
        guard let reading = try await site.journal.reading(of: id, by: context.person), case .owner = reading.access
        else { return nil }
        return reading.reflection.model
    }

    private struct Kept: Encodable {
        let draft: Int?
        let message: String

        init(draft: Int, isBehind: Bool) {
            self.draft = draft
            message =
                isBehind
                ? "Draft saved. Another window has saved this reflection meanwhile: press Save to see both."
                : "Draft saved."
        }

        init(_ why: String) {
            draft = nil
            message = "Not kept as a draft: \(why) What you typed is still here; Save works as ever."
        }
    }
}

/// What the form of a reflection needs to keep itself.
struct KeepingView {
    /// Whose copies in this browser may come back: nobody else's.
    let member: String
    /// The reflection, or the key under which it will begin.
    let subject: String
    let isNew: Bool
    let action: String
    /// Of what is kept; 0 where nothing is.
    let number: String
    /// The day on which what stands in the boxes was typed, where it was never saved.
    let day: String?
    let forget: String

    init(_ reflection: Reflection, _ unsaved: Unsaved?, number: String) {
        self.init(
            reflection.owner, "\(reflection.id)", "/space/reflections/\(reflection.id)/draft",
            forget: "/space/reflections/\(reflection.id)/draft/delete", unsaved, number)
    }

    init(new key: SendingKey, by owner: PersonID, _ unsaved: Unsaved?, number: String) {
        self.init(
            owner, "\(key)", "/space/drafts", isNew: true, forget: "/space/drafts/\(key)/delete", unsaved, number)
    }

    private init(
        _ owner: PersonID, _ subject: String, _ action: String, isNew: Bool = false, forget: String,
        _ unsaved: Unsaved?, _ number: String
    ) {
        member = owner.description
        (self.subject, self.action, self.isNew, self.forget) = (subject, action, isNew, forget)
        self.number = "\(unsaved?.number ?? Int(number) ?? 0)"
        day = unsaved.map { Day(containing: $0.kept).words }
    }
}

/// What somebody began to write and never saved, in a list.
struct UnsavedRow {
    let title: String
    let href: String
    let forget: String
    let day: String

    /// - Parameter unsaved: of a reflection that has not begun.
    init?(_ unsaved: Unsaved) {
        guard case .new(let key) = unsaved.subject else { return nil }
        title = unsaved.typed.title.isEmpty ? "Without a title" : unsaved.typed.title
        href = "/space/reflections/new?key=\(key)"
        forget = "/space/drafts/\(key)/delete"
        day = Day(containing: unsaved.kept).words
    }
}

extension Unsaved.Typed {
    init(_ form: Form, _ model: ReflectionModel) {
        let words = model.stages.map { ($0.name, form[$0.name]) }
        self.init(
            title: form["title"], tags: form["tags"], words: Dictionary(words, uniquingKeysWith: { first, _ in first }))
    }

    init(_ reflection: Reflection) { self.init(reflection.title, reflection.tags, reflection.stages) }
    init(_ draft: Reflection.Draft) { self.init(draft.title, draft.tags, draft.stages) }

    private init(_ title: String, _ tags: Tags, _ stages: [Reflection.Stage]) {
        let words = stages.map { ($0.asks.name, $0.words) }
        self.init(
            title: title, tags: tags.typed, words: Dictionary(words, uniquingKeysWith: { first, _ in first }))
    }
}
