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
            guard let page = try await page(context) else { throw HTTPError(.notFound) }
            return try site.show(page, for: request, context)
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
                let grounds = try Grounds(
                    chosen: form["because"], sentence: form["reason"], among: try await site.desk.reasons())
                try await site.desk.decline(id, reason: grounds.words, version: version, by: context.person)
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

    /// Does one thing to the question; where it cannot be done, shows the page again with the reason, what changed
    /// since the page was opened, and what was typed.
    func act(
        _ request: Request, _ context: ModeratorContext, _ notice: Notice, leavingFor next: String? = nil,
        _ deed: (Form, ID<Question>, _ version: Int) async throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        let id: ID<Question> = try context.id()
        do {
            try await deed(form, id, Int(form["version"]) ?? 0)
            return .seeOther(next ?? "/desk/\(id)", notice)
        } catch let wrong as Invalid {
            return try await again(context, form, wrong, .unprocessableContent)
        } catch let refusal as Desk.Refusal {
            return try await again(
                context, form, refusal.sentence, refusal == .changedMeanwhile ? .conflict : .unprocessableContent)
        }
    }

    private func appeal(_ id: ID<Question>, _ context: ModeratorContext) async throws -> AppealView? {
        guard let heard = try await site.desk.appeal(on: id, for: context.person) else { return nil }
        let others = try await site.directory.members().filter {
            $0.roles.contains(.moderator) && $0.id != heard.against
        }
        return AppealView(heard, for: context.person, isAlone: others.isEmpty)
    }

    private func again(
        _ context: ModeratorContext, _ form: Form, _ wrong: Invalid, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let id: ID<Question> = try context.id()
        let changes = try await site.desk.changes(to: id, since: Int(form["version"]) ?? 0, for: context.person)
        guard let page = try await page(context, form: form, wrong: wrong, changes) else {
            let page = GoneFromDeskPage(changes, names: try await site.directory.names(), form: form)
            return try site.show(page, to: context.member, status: changes == nil ? .notFound : .conflict)
        }
        let isLate = !page.isOpen && changes?.isEmpty == false
        return try site.show(page, to: context.member, status: isLate ? .conflict : status)
    }

    /// nil where there is no such question for this person. Whoever sees the page has the question open from now on.
    private func page(
        _ context: ModeratorContext, form: Form = Form(), wrong: Invalid? = nil, _ changes: Desk.Changes? = nil
    ) async throws -> ReviewPage? {
        let id: ID<Question> = try context.id()
        guard let question = try await site.desk.question(id, for: context.person) else { return nil }
        let names = try await site.directory.names()
        let lease = try await site.desk.lease(id, to: context.person)
        let other = lease.flatMap { $0.person == context.person ? nil : names[$0.person] }
        let stale = wrong.map { _ in
            StaleView(
                changes, names: names, looking: changes?.isEmpty == false ? other : nil, form: form,
                inBoxes: question.step.isOpen ? ReviewPage.boxes : [])
        }
        let appeal = try await appeal(id, context)
        let queue = try await site.desk.queue(
            for: context.person, showing: QueueView.choice, size: QueueView.length)
        return ReviewPage(
            question, queue: QueueView(queue, today: site.world.today, current: id),
            around: ReviewAround(
                question, lease: lease, alike: try await site.desk.alike(id, for: context.person), stale: stale,
                lines: QueueLines(today: site.world.today, names: names, selected: []), person: context.person,
                mayDecide: appeal?.isOwn != true),
            candidates: try await site.desk.candidates(for: id, shownTo: context.person),
            isAutomatic: try await site.desk.routing().isAutomatic, names: names,
            history: try await site.desk.history(of: id, for: context.person), person: context.person,
            today: site.world.today, reasons: try await site.desk.reasons(), appeal: appeal,
            form: form,
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
        case .hasAnswered: Invalid("further", "This expert has answered it already. Choose another.")
        case .draftChanged:
            Invalid(
                "text", "You saved another version of this draft in another window. It stands below your own words.")
        case .tooLong: Invalid("text", "This is too long to keep. Shorten it to 20,000 characters.")
        case .noSuccessor:
            Invalid("successor", "Give the address of another published question that is not superseded itself.")
        case .ownDecision:
            Invalid("question", "You declined this question and its asker appeals, so another moderator decides.")
        case .ownWords: Invalid("question", "You wrote this, so another moderator has to decide.")
        case .notAnExpert: Invalid("expert", "This person does not answer questions. Choose an expert.")
        case .expertNotChosen: Invalid("expert", "Choose the expert who should answer.")
        case .nobodyFree:
            Invalid("expert", "Nobody whose topics fit is free just now. Choose the expert who should answer.")
        case .wordsNotFound:
            Invalid("words", "These words do not stand in the text, or are hidden already. Copy them exactly.")
        case .overlapsHidden:
            Invalid(
                "words", "Part of these words is hidden already. Show that part again first, or hide only the rest.")
        case .splitsCharacter:
            Invalid(
                "words", "These words begin or end within a character, such as an emoji. Copy the whole of it.")
        case .soAlready: Invalid("question", "That is so already.")
        }
    }
}
