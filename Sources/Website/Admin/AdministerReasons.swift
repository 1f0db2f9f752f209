import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/admin/reasons`: why questions are declined. What was said to an asker keeps its words whatever becomes of the list.
struct AdministerReasons: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/reasons") { request, context in
            try site.show(ReasonsPage(try await site.desk.allReasons()), for: request, context)
        }
        routes.post("/admin/reasons") { request, context in
            let form = try await request.form()
            return try await act(context, form, at: nil) { try await site.desk.add(try Reason.Draft(form["words"])) }
        }
        routes.post("/admin/reasons/:id") { request, context in
            let form = try await request.form()
            let id: ID<Reason> = try context.id()
            return try await act(context, form, at: id) {
                let isThere = try await site.desk.change(id, to: try Reason.Draft(form["words"]))
                guard isThere else { throw HTTPError(.notFound) }
            }
        }
        routes.post("/admin/reasons/:id/retirement") { _, context in try await retire(context, true) }
        routes.post("/admin/reasons/:id/retirement/delete") { _, context in try await retire(context, false) }
    }

    private func retire(_ context: AdministratorContext, _ isRetired: Bool) async throws -> Response {
        guard try await site.desk.retire(try context.id(), isRetired) else { throw HTTPError(.notFound) }
        return .seeOther("/admin/reasons", isRetired ? .retired : .saved)
    }

    /// - Parameter changed: whose form it is; nil for that of a new reason.
    private func act(
        _ context: AdministratorContext, _ form: Form, at changed: ID<Reason>?, _ deed: () async throws -> Void
    ) async throws -> Response {
        do {
            try await deed()
            return .seeOther("/admin/reasons", .saved)
        } catch let wrong as Invalid {
            let page = ReasonsPage(try await site.desk.allReasons(), form: form, changed: changed, wrong: wrong)
            return try site.show(page, to: context.member, status: .unprocessableContent)
        }
    }
}

struct ReasonsPage: Page {
    struct Row {
        let id: String
        let words: String
        let field: Field
        /// Whether this row's form came back.
        let isOpen: Bool
    }
    static let template = "admin/reasons"
    static let place: Section? = .admin
    let title = "Reasons for declining"
    let inUse: [Row]
    let retired: [Row]
    let hasRetired: Bool
    let errors: Errors?
    let added: Field

    init(_ reasons: [Reason], form: Form = Form(), changed: ID<Reason>? = nil, wrong: Invalid? = nil) {
        let rows = reasons.map { reason in
            let isOpen = wrong != nil && reason.id == changed
            return (
                reason.isRetired,
                Row(
                    id: reason.id.description, words: reason.words,
                    field: Field(
                        name: "words-\(reason.id)", label: "In other words",
                        value: isOpen ? form["words"] : reason.words, error: isOpen ? wrong?.sentence : nil),
                    isOpen: isOpen)
            )
        }
        inUse = rows.filter { !$0.0 }.map(\.1)
        retired = rows.filter(\.0).map(\.1)
        hasRetired = !retired.isEmpty
        let isNew = wrong != nil && changed == nil
        let box = changed.map { "words-\($0)" } ?? "words"
        errors = Errors(wrong.map { [Invalid(box, $0.sentence)] } ?? [])
        added = Field(
            name: "words", label: "A new reason", value: isNew ? form["words"] : nil,
            hint: "The asker reads it above the moderator's own sentence.", error: isNew ? wrong?.sentence : nil)
    }
}
