import Hummingbird
import LearningSpace
import Members
import Storage

/// `/space/goals`: next steps, each with a day on which it comes back, and what became of it.
struct KeepGoals: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/goals") { request, context in
            try site.show(try await list(context, try request.query), for: request, context)
        }
        routes.get("/space/goals/new", use: ask)
        routes.post("/space/goals", use: keep)
        routes.get("/space/goals/:id") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/space/goals/:id/check-ins", use: checkIn)
        routes.post("/space/goals/:id/reflections", use: begin)
        routes.post("/space/goals/:id/delete") { _, context -> Response in
            guard try await site.journal.erase(goal: try context.id(), by: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/goals", .deleted)
        }
    }

    /// Each list is turned over by itself: `?coming=2&closed=3`.
    private func list(_ context: MemberContext, _ query: Form) async throws -> GoalsPage {
        var pages: [GoalsPage.Shown] = []
        for list in Goal.List.allCases {
            let number = max(1, Int(query[list.rawValue]) ?? 1)
            let (goals, hasMore) = try await site.journal.goals(of: context.person, in: list, page: number)
            pages.append(GoalsPage.Shown(list: list, goals: goals, number: number, hasMore: hasMore))
        }
        return GoalsPage(
            pages, lastMoved: try await site.journal.goalsLastMoved(of: context.person), form: form(Form()),
            today: site.world.today)
    }

    /// A step of a reflection's plan, put into the form by its number: its words stay out of the address.
    @Sendable private func ask(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = try request.query
        let source = try await source(query, context)
        let steps = source?.steps ?? []
        let step = Int(query["step"]).flatMap { steps.indices.contains($0) ? steps[$0] : nil } ?? ""
        let said = try await taken(query, source)
        return try site.show(
            NewGoalPage(
                source: source, taking: said,
                form: form(Form(), title: step, source: source, comment: said?.id.description)), for: request, context)
    }

    @Sendable private func keep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let typed = try await request.form()
        let source = try await source(typed, context)
        do {
            let draft = try Goal.Draft(title: typed["title"], due: typed["due"], today: site.world.today)
            let goal = try await site.journal.keep(
                draft, from: source?.id, takingUp: ID(typed["comment"]), by: context.person,
                key: SendingKey(typed["key"]) ?? site.world.id())
            guard let goal else { throw HTTPError(.notFound) }
            return .seeOther("/space/goals/\(goal)", .saved)
        } catch let wrong as InvalidFields {
            let said = try await taken(typed, source)
            return try site.show(
                NewGoalPage(
                    source: source, taking: said,
                    form: form(typed, source: source, comment: said?.id.description, wrong: wrong.all),
                    wrong: wrong.all),
                to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func checkIn(_ request: Request, _ context: MemberContext) async throws -> Response {
        let typed = try await request.form()
        let id: ID<Goal> = try context.id()
        do {
            let draft = try CheckIn.Draft(
                verdict: typed["verdict"], words: typed["words"], due: typed["due"], today: site.world.today)
            let isOpen = try await site.journal.add(
                draft, to: id, by: context.person, key: SendingKey(typed["key"]) ?? site.world.id())
            guard isOpen else { throw HTTPError(.notFound) }
            return .seeOther("/space/goals/\(id)", .saved)
        } catch let wrong as InvalidFields {
            return try site.show(
                try await page(context, typed, wrong: wrong.all), to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        let key = SendingKey(try await request.form()["key"]) ?? site.world.id()
        let reflection = try await site.journal.beginCycle(after: try context.id(), by: context.person, key: key)
        guard let reflection else { throw HTTPError(.notFound) }
        return .seeOther("/space/reflections/\(reflection)/edit")
    }

    private func page(_ context: MemberContext, _ form: Form = Form(), wrong: [Invalid] = []) async throws -> GoalPage {
        guard let goal = try await site.journal.goal(try context.id(), of: context.person) else {
            throw HTTPError(.notFound)
        }
        let names = try await site.directory.names()
        return GoalPage(
            goal, credit: goal.credit.flatMap { names[$0] },
            files: try await site.journal.files(at: .goal(goal.id), of: context.person), key: site.world.id(),
            today: site.world.today, form: form, wrong: wrong)
    }

    /// The reflection a form names, where it is the person's own.
    private func source(_ form: Form, _ context: MemberContext) async throws -> Reflection? {
        guard let id = ID<Reflection>(form["reflection"]),
            let reading = try await site.journal.reading(of: id, by: context.person), case .owner = reading.access
        else { return nil }
        return reading.reflection
    }

    /// The comment that a step takes up, where it was said to the reflection it comes from.
    private func taken(_ form: Form, _ source: Reflection?) async throws -> LearningSpace.Comment? {
        guard let source, let id = ID<LearningSpace.Comment>(form["comment"]) else { return nil }
        let threads = try await site.journal.reading(of: source.id, by: source.owner)?.threads ?? []
        return threads.flatMap(\.comments).first { $0.id == id }
    }

    private func form(
        _ typed: Form, title: String = "", source: Reflection? = nil, comment: String? = nil, wrong: [Invalid] = []
    ) -> GoalForm {
        GoalForm(
            typed, title: title, source: source, comment: comment, key: site.world.id(), today: site.world.today,
            wrong: wrong)
    }
}
