import HTTPTypes
import Hummingbird
import Questions
import Storage

/// `/expert/availability`: when an expert is away, and what they are too close to.
struct SetAvailability: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ExpertContext>) {
        routes.get("/expert/availability") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/expert/absences", use: add)
        routes.post("/expert/absences/:day/delete") { _, context -> Response in
            guard let day = context.parameters.get("day").flatMap(Day.init) else { throw HTTPError(.notFound) }
            try await site.desk.removeAbsence(from: day, of: context.person)
            return .seeOther("/expert/availability", .deleted)
        }
        routes.post("/expert/conflicts", use: saveConflicts)
    }

    @Sendable private func add(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        do {
            let absence = try Absence(first: form["first"], last: form["last"], today: site.world.today)
            try await site.desk.save(absence, of: context.person)
            return .seeOther("/expert/availability", .saved)
        } catch let invalid as InvalidFields {
            return try await again(context, form, invalid.all)
        }
    }

    @Sendable private func saveConflicts(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        do {
            try await site.desk.save(try Conflicts(form["conflicts"]), of: context.person)
            return .seeOther("/expert/availability", .saved)
        } catch let wrong as Invalid {
            return try await again(context, form, [wrong])
        }
    }

    private func again(_ context: ExpertContext, _ form: Form, _ wrong: [Invalid]) async throws -> Response {
        try site.show(
            try await page(context, form, wrong), to: context.member, status: .unprocessableContent)
    }

    private func page(
        _ context: ExpertContext, _ form: Form = Form(), _ wrong: [Invalid] = []
    ) async throws -> AvailabilityPage {
        AvailabilityPage(
            absences: try await site.desk.absences(of: context.person),
            conflicts: try await site.desk.conflicts(of: context.person), form: form, wrong: wrong)
    }
}

struct AvailabilityPage: Page {
    struct Row {
        let first: String
        let words: String
    }
    static let template = "desk/availability"
    static let place: Section? = .expert
    let title = "Your availability"
    let absences: [Row]
    let errors: Errors?
    let first: Field
    let last: Field
    let conflicts: Field

    init(absences: [Absence], conflicts: Conflicts, form: Form, wrong: [Invalid]) {
        self.absences = absences.map {
            Row(first: $0.first.description, words: "\($0.first.words) to \($0.last.words)")
        }
        errors = Errors(wrong)
        first = Field(
            name: "first", label: "First day away", value: form["first"], error: wrong.sentence(for: "first"),
            type: "date")
        last = Field(
            name: "last", label: "Last day away", value: form["last"], error: wrong.sentence(for: "last"), type: "date")
        self.conflicts = Field(
            name: "conflicts", label: "Names you are too close to",
            value: form.has("conflicts") ? form["conflicts"] : conflicts.text,
            hint: "One a line: employers, places, cases. Moderators see a name only where a question holds it.",
            error: wrong.sentence(for: "conflicts"), rows: 5, optional: true)
    }
}
