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
        routes.get("/space/reflections/new") { request, context in
            let form = try request.query
            return try site.show(WritePage(beginning: site.world.id(), form: form), for: request, context)
        }
        routes.post("/space/reflections", use: begin)
        routes.get("/space/reflections/:id/edit") { request, context in
            let reading = try await ownReading(context)
            return try site.show(WritePage(reading.reflection), for: request, context)
        }
        routes.post("/space/reflections/:id", use: save)
        routes.post("/space/reflections/:id/delete") { _, context -> Response in
            guard try await site.journal.erase(try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space", .deleted)
        }
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let key = SendingKey(form["key"]) ?? site.world.id()
        do {
            let saving = try await site.journal.begin(try form.reflection(form.model), by: context.person, key: key)
            return try show(saving, context)
        } catch let invalid as InvalidFields {
            return try site.show(
                WritePage(beginning: key, form: form, wrong: invalid.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    @Sendable private func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Reflection> = try context.id()
        let model = try await ownReading(context).reflection.model
        do {
            let saving = try await site.journal.save(
                try form.reflection(model), of: id, by: context.person, over: Int(form["version"]) ?? 0)
            guard let saving else { throw HTTPError(.notFound) }
            return try show(saving, context)
        } catch let invalid as InvalidFields {
            let reading = try await ownReading(context)
            return try site.show(
                WritePage(reading.reflection, form: form, wrong: invalid.all), to: context.member,
                status: .unprocessableContent)
        }
    }

    private func show(_ saving: Saving, _ context: MemberContext) throws -> Response {
        switch saving {
        case .saved(let reflection): .seeOther("/space/reflections/\(reflection.id)", .saved)
        case .conflict(let yours, let stored):
            try site.show(WritePage(conflict: yours, stored), to: context.member, status: .conflict)
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
    fileprivate var model: ReflectionModel {
        ReflectionModel.all.first { $0.name == self["model"] } ?? .cycle
    }
}

struct WritePage: Page {
    struct Stored {
        let title: String
        let words: String
    }
    static let template = "space/write"
    static let place: Section? = .space
    let title: String
    let action: String
    let cancel: String
    let version: Int?
    let key: String?
    let origin: OriginView?
    let errors: Errors?
    let name: Field
    let stages: [StageField]
    let tags: Field
    /// Chosen when a reflection begins, and fixed from then on.
    let model: String?
    let modelTitle: String
    let otherModels: [ModelLink]
    /// Whether another window saved meanwhile, and what.
    let isConflict: Bool
    let stored: [Stored]

    struct ModelLink {
        let name: String
        let title: String
    }

    struct StageField {
        let number: Int
        let field: Field
    }

    /// A reflection that is not stored yet.
    init(beginning key: SendingKey, form: Form, wrong: [Invalid] = []) {
        self.init(
            title: "Begin a reflection", action: "/space/reflections", cancel: "/space", version: nil, key: key,
            origin: nil, model: form.model, isNew: true, wrong: wrong, typedTitle: form["title"],
            typedTags: form["tags"], words: { form[$0] })
    }

    init(_ reflection: Reflection, form: Form? = nil, wrong: [Invalid] = []) {
        let words = Dictionary(uniqueKeysWithValues: reflection.stages.map { ($0.asks.name, $0.words) })
        let page = "/space/reflections/\(reflection.id)"
        self.init(
            title: "Write: \(reflection.title)", action: page, cancel: page,
            version: form.flatMap { Int($0["version"]) } ?? reflection.version, key: nil, origin: reflection.origin,
            model: reflection.model, wrong: wrong, typedTitle: form?["title"] ?? reflection.title,
            typedTags: form?["tags"] ?? reflection.tags.typed, words: { form?[$0] ?? words[$0] })
    }

    /// Two windows disagree: the boxes hold what was typed here, beside them stands what is stored.
    init(conflict yours: Reflection.Draft, _ stored: Reflection) {
        let words = Dictionary(uniqueKeysWithValues: yours.stages.map { ($0.asks.name, $0.words) })
        let page = "/space/reflections/\(stored.id)"
        let texts = stored.stages.filter(\.isWritten).map { Stored(title: $0.asks.title, words: $0.words) }
        self.init(
            title: "Two versions", action: page, cancel: page, version: stored.version, key: nil,
            origin: stored.origin, model: stored.model, wrong: [], typedTitle: yours.title,
            typedTags: yours.tags.typed, words: { words[$0] },
            stored: [Stored(title: "Title", words: stored.title)] + texts)
    }

    private init(
        title: String, action: String, cancel: String, version: Int?, key: SendingKey?, origin: Reflection.Origin?,
        model: ReflectionModel, isNew: Bool = false, wrong: [Invalid], typedTitle: String, typedTags: String,
        words: (String) -> String?, stored: [Stored] = []
    ) {
        self.title = title
        self.action = action
        self.cancel = cancel
        self.version = version
        self.key = key?.description
        self.origin = origin.map(OriginView.init)
        self.stored = stored
        isConflict = !stored.isEmpty
        errors = Errors(wrong)
        name = Field(
            name: "title", label: "Title", value: typedTitle, hint: "A few words to find it by.",
            error: wrong.sentence(for: "title"))
        self.model = isNew ? model.name : nil
        modelTitle = model.title
        otherModels =
            isNew ? ReflectionModel.all.filter { $0 != model }.map { ModelLink(name: $0.name, title: $0.title) } : []
        tags = Field(
            name: "tags", label: "Tags", value: typedTags, hint: "With commas between. Nobody else sees them.",
            error: wrong.sentence(for: "tags"), optional: true)
        stages = model.stages.enumerated().map { index, stage in
            StageField(
                number: index + 1,
                field: Field(
                    name: stage.name, label: stage.title, value: words(stage.name),
                    hint: stage.prompts.joined(separator: " "), error: wrong.sentence(for: stage.name), rows: 7,
                    long: true))
        }
    }
}

/// Where a reflection began.
struct OriginView {
    let title: String
    let path: String

    init(_ origin: Reflection.Origin) {
        title = origin.title
        path = origin.path
    }
}
