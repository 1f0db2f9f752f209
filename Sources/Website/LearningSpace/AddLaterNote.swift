import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// What stands around a reflection for its owner alone: what it said before, and notes added later.
struct AddLaterNote: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/space/reflections/:id/notes", use: add)
        routes.post("/space/reflections/:id/notes/:note/delete") { _, context -> Response in
            let id: ID<Reflection> = try context.id()
            guard try await site.journal.erase(try context.id("note"), of: id, by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/reflections/\(id)", .deleted)
        }
        routes.get("/space/reflections/:id/revisions") { request, context in
            let id: ID<Reflection> = try context.id()
            let revisions = try await site.journal.revisions(of: id, by: context.person)
            guard let revisions else { throw HTTPError(.notFound) }
            return try site.show(
                RevisionsPage(id: id.description, revisions: revisions.map(RevisionView.init)), for: request, context)
        }
        routes.post("/space/reflections/:id/revisions/delete") { _, context -> Response in
            let id: ID<Reflection> = try context.id()
            guard try await site.journal.forgetRevisions(of: id, by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/reflections/\(id)/revisions", .deleted)
        }
    }

    @Sendable private func add(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Reflection> = try context.id()
        do {
            let isThere = try await site.journal.add(
                try LaterNote.Draft(form["note"]), to: id, by: context.person,
                key: SendingKey(form["key"]) ?? site.world.id())
            guard isThere else { throw HTTPError(.notFound) }
            return .seeOther("/space/reflections/\(id)", .saved)
        } catch let wrong as Invalid {
            return try await site.showReflection(
                request, context, status: .unprocessableContent, form: form, wrong: [wrong])
        }
    }
}

struct RevisionsPage: Page {
    static let template = "space/revisions"
    static let place: Section? = .space
    let title = "What stood there before"
    let id: String
    let revisions: [RevisionView]
}

/// A reflection as it was until a save changed it.
struct RevisionView {
    let title: String
    let saved: String
    let stages: [WritePage.Stored]

    init(_ revision: Revision) {
        title = revision.title
        saved = Day(containing: revision.saved).words
        stages = revision.stages.map {
            WritePage.Stored(title: $0.asks.title, words: $0.isWritten ? $0.words : "Nothing yet.")
        }
    }
}

/// A later note, as its owner sees it.
struct NoteView {
    let id: String
    let day: String
    let paragraphs: [String]

    init(_ note: LaterNote) {
        id = note.id.description
        day = Day(containing: note.written).words
        paragraphs = Paragraphs.of(note.words)
    }
}

struct NoteForm {
    let key: String
    let isOpen: Bool
    let note: Field

    init(key: SendingKey, form: Form, wrong: [Invalid]) {
        self.key = form.has("note") ? form["key"] : key.description
        isOpen = wrong.sentence(for: "note") != nil
        note = Field(
            name: "note", label: "What do you see in it now?", value: form["note"],
            hint: "Perhaps a year on. It is added below and changes nothing above; nobody else reads it.",
            error: wrong.sentence(for: "note"), rows: 4)
    }
}

/// A tag that leads to everything with the same one.
struct TagLink {
    let name: String
    let href: String

    init(_ name: String) {
        self.name = name
        href = Address.with([("tag", name)], at: "/space")
    }
}
