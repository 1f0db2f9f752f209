import HTTPTypes
import Hummingbird
import Questions
import Storage

/// Drafts and previews of an answer. A script saves as the button does, and asks for JSON.
extension AnswerQuestions {
    func addDrafts(to routes: RouterGroup<ExpertContext>) {
        routes.post("/expert/:id/draft", use: save)
        routes.post("/expert/:id/preview", use: preview)
    }

    @Sendable private func save(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        let id: ID<Question> = try context.id()
        let isScript = request.headers[.accept]?.hasPrefix("application/json") == true
        do {
            let number = try await site.desk.save(
                Answer.Typed(form), over: Int(form["draft"]) ?? 0, of: id, by: context.person)
            return try isScript
                ? .json(Saved(draft: number, message: "Draft saved."), .ok) : .seeOther("/expert/\(id)", .draftSaved)
        } catch let refusal as Desk.Refusal {
            return try isScript
                ? .json(Saved(draft: nil, message: "Not saved: " + refusal.sentence.sentence), .conflict)
                : await again(context, form, [refusal.sentence], .conflict)
        }
    }

    @Sendable private func preview(_ request: Request, _ context: ExpertContext) async throws -> Response {
        let form = try await request.form()
        do {
            let draft = try Answer.Draft(Answer.Typed(form), today: site.world.today)
            guard let question = try await held(context) else { return try await again(context, form, [], .conflict) }
            return try site.show(
                try await page(question, context, form: form, preview: Answer(draft, by: context.person)),
                to: context.member)
        } catch let wrong as InvalidFields {
            return try await again(context, form, wrong.all, .unprocessableContent)
        }
    }

    private struct Saved: Encodable {
        let draft: Int?
        let message: String
    }
}

extension Answer.Typed {
    init(_ form: Form) {
        self.init(
            text: form["text"], sources: form["sources"], reviewBy: form["review"], buildsOn: form["builds-on"])
    }
}
