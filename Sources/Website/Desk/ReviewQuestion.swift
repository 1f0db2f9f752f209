import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/desk/{id}`: one question, and what a moderator can do with it.
struct ReviewQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/:id") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/desk/:id/redactions") { request, context in
            try await act(request, context, .redacted) { form, id, version in
                guard let kind = Redaction.Kind(rawValue: form["kind"]) else {
                    throw Invalid("kind", "Choose what kind of thing it is.")
                }
                guard !form["words"].allSatisfy(\.isWhitespace) else {
                    throw Invalid("words", "Copy the words to hide from the text.")
                }
                try await site.desk.redact(form["words"], as: kind, in: id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/redactions/:start/delete") { request, context in
            try await act(request, context, .restored) { _, id, version in
                let start = Int(context.parameters.get("start") ?? "") ?? -1
                try await site.desk.restore(spanAt: start, in: id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/assignment") { request, context in
            try await act(request, context, .assigned) { form, id, version in
                guard !form["expert"].isEmpty else {
                    return try await site.desk.assignToNext(id, version: version, by: context.person)
                }
                guard let expert = PersonID(form["expert"]) else {
                    throw Invalid("expert", "Choose the expert who should answer.")
                }
                try await site.desk.assign(id, to: expert, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/refusal") { request, context in
            try await act(request, context, .declined, leavingFor: "/desk") { form, id, version in
                let reason = PlainText.cleaned(form["reason"])
                guard (10...1_000).contains(reason.count) else {
                    throw Invalid("reason", "Write a reason of 10 to 1,000 characters. The asker will read it.")
                }
                try await site.desk.decline(id, reason: reason, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/changes") { request, context in
            try await act(request, context, .changesAsked) { form, id, version in
                let remark = try Remark(form["changes"], field: "changes")
                try await site.desk.askForChanges(id, remark, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/wording") { request, context in
            try await act(request, context, .reworded) { _, id, version in
                try await site.desk.reword(id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/private-answer") { request, context in
            try await act(request, context, .released, leavingFor: "/desk") { _, id, version in
                try await site.desk.release(id, to: .asker, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/release/delete") { request, context in
            try await act(request, context, .tookBack) { _, id, version in
                try await site.desk.takeBack(id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/release") { request, context in
            try await act(request, context, .released, leavingFor: "/desk") { _, id, version in
                try await site.desk.release(id, version: version, by: context.person)
            }
        }
    }

    /// Does one thing to the question; where it cannot be done, shows the page again with the reason and what was typed.
    private func act(
        _ request: Request, _ context: ModeratorContext, _ notice: Notice, leavingFor next: String? = nil,
        _ deed: (Form, ID<Question>, _ version: Int) async throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        let id: ID<Question> = try context.id()
        do {
            try await deed(form, id, Int(form["version"]) ?? 0)
            return .seeOther(next ?? "/desk/\(id)", notice)
        } catch let wrong as Invalid {
            return try site.show(
                try await page(context, form: form, wrong: wrong), to: context.member, status: .unprocessableContent)
        } catch let refusal as Desk.Refusal {
            let wrong = refusal.sentence
            return try site.show(
                try await page(context, form: form, wrong: wrong), to: context.member,
                status: refusal == .changedMeanwhile ? .conflict : .unprocessableContent)
        }
    }

    private func page(_ context: ModeratorContext, form: Form = Form(), wrong: Invalid? = nil) async throws
        -> ReviewPage
    {
        let id: ID<Question> = try context.id()
        guard let question = try await site.desk.question(id, for: context.person) else { throw HTTPError(.notFound) }
        let names = try await site.directory.names()
        return ReviewPage(
            question,
            queue: QueueView(try await site.desk.queue(for: context.person), today: site.world.today, current: id),
            candidates: try await site.desk.candidates(for: id, shownTo: context.person),
            isAutomatic: try await site.desk.routing().isAutomatic, names: names,
            history: try await site.desk.history(of: id, for: context.person), person: context.person, form: form,
            wrong: wrong.map { [$0] } ?? [])
    }
}

extension Desk.Refusal {
    /// What the person who acted reads, and beside which field.
    var sentence: Invalid {
        switch self {
        case .changedMeanwhile:
            Invalid("question", "This question changed a moment ago. See what is new, then decide again.")
        case .gone: Invalid("question", "This question is no longer open for that.")
        case .ownAnswer: Invalid("question", "You wrote this answer, so another moderator has to release it.")
        case .notYours: Invalid("question", "This question is not with you any more.")
        case .excludedByAsker: Invalid("expert", "The asker keeps this question from that person. Choose another.")
        case .askerObjects: Invalid("question", "The asker does not want these words published. Change what is hidden.")
        case .clarificationOpen: Invalid("clarification", "The asker has not replied to the last question yet.")
        case .alreadyPublished: Invalid("question", "This question is published already.")
        case .notAnExpert: Invalid("expert", "This person does not answer questions. Choose an expert.")
        case .expertNotChosen: Invalid("expert", "Choose the expert who should answer.")
        case .nobodyFree:
            Invalid("expert", "Nobody whose topics fit is free just now. Choose the expert who should answer.")
        case .wordsNotFound:
            Invalid("words", "These words do not stand in the text, or are hidden already. Copy them exactly.")
        }
    }
}
