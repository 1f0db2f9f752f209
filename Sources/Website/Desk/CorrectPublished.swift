import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/desk/published/{id}`: what a moderator can still do with a page that is out. Corrections and a successor are shown
/// to readers; a page that is taken down is gone for good.
struct CorrectPublished: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/published/:id") { request, context in
            let question = try await published(context)
            return try site.show(try await page(question, context), for: request, context)
        }
        routes.post("/desk/published/:id/successor") { request, context in
            try await act(request, context, .superseded) { form, id, version in
                guard let newer = Self.id(in: form["successor"]) else { throw Desk.Refusal.noSuccessor }
                try await site.desk.supersede(id, by: newer, version: version, person: context.person)
            }
        }
        routes.post("/desk/published/:id/successor/delete") { request, context in
            try await act(request, context, .superseded) { _, id, version in
                try await site.desk.supersede(id, by: nil, version: version, person: context.person)
            }
        }
        routes.post("/desk/published/:id/removal") { request, context in
            try await act(request, context, .deleted, leavingFor: "/questions") { form, id, version in
                let reason = try PublicNote(form["reason"], field: "reason")
                try await site.desk.takeDown(id, reason: reason, version: version, by: context.person)
            }
        }
        routes.get("/desk/published/:id/answers/:expert") { request, context in
            let question = try await published(context)
            return try site.show(try await correction(question, context), for: request, context)
        }
        routes.post("/desk/published/:id/answers/:expert", use: correct)
        routes.post("/desk/published/:id/answers/:expert/proposal/delete") { _, context -> Response in
            do {
                try await site.desk.dismissCorrection(
                    of: context.id(), by: context.id("expert"), person: context.person)
                return .seeOther("/desk/reports", .dismissed)
            } catch is Desk.Refusal {
                throw HTTPError(.notFound)
            }
        }
    }

    @Sendable private func correct(_ request: Request, _ context: ModeratorContext) async throws -> Response {
        let form = try await request.form()
        let question = try await published(context)
        let (expert, version): (PersonID, Int) = (try context.id("expert"), Int(form["version"]) ?? 0)
        var wrong: [Invalid] = []
        do {
            let note = wrong.checked { () throws(Invalid) in try PublicNote(form["note"], field: "note") }
            let draft = try Answer.Draft(Answer.Typed(form), today: site.world.today)
            if let note {
                try await site.desk.correct(
                    expert, of: question.id, to: draft, note: note, version: version, by: context.person)
                return .seeOther("/questions/\(question.id)", .corrected)
            }
        } catch let more as InvalidFields {
            wrong = more.all + wrong
        } catch let refusal as Desk.Refusal {
            wrong = [refusal.sentence]
        }
        return try site.show(
            try await correction(question, context, form, wrong), to: context.member, status: .unprocessableContent)
    }

    private func act(
        _ request: Request, _ context: ModeratorContext, _ notice: Notice, leavingFor next: String? = nil,
        _ deed: (Form, ID<Question>, _ version: Int) async throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        let question = try await published(context)
        do {
            try await deed(form, question.id, Int(form["version"]) ?? 0)
            return .seeOther(next ?? "/desk/published/\(question.id)", notice)
        } catch let wrong as Invalid {
            let page = try await page(question, context, form, [wrong])
            return try site.show(page, to: context.member, status: .unprocessableContent)
        } catch let refusal as Desk.Refusal {
            let page = try await page(question, context, form, [refusal.sentence])
            return try site.show(page, to: context.member, status: .conflict)
        }
    }

    private func published(_ context: ModeratorContext) async throws -> Published {
        guard let question = try await site.desk.published(try context.id()) else { throw HTTPError(.notFound) }
        return question
    }

    private func page(
        _ question: Published, _ context: ModeratorContext, _ form: Form = Form(), _ wrong: [Invalid] = []
    ) async throws -> PublishedDeskPage {
        PublishedDeskPage(
            question, names: try await site.directory.names(), person: context.person, form: form, wrong: wrong)
    }

    private func correction(
        _ question: Published, _ context: ModeratorContext, _ form: Form = Form(), _ wrong: [Invalid] = []
    ) async throws -> CorrectionPage {
        let expert: PersonID = try context.id("expert")
        guard let answer = question.answers.first(where: { $0.expert == expert }) else { throw HTTPError(.notFound) }
        guard expert != context.person else {
            throw HTTPError(.forbidden, message: "You wrote this answer, so another moderator has to correct it.")
        }
        return CorrectionPage(
            question, answer, proposed: try await site.desk.proposedCorrection(of: question.id, by: expert),
            names: try await site.directory.names(), today: site.world.today, form: form, wrong: wrong)
    }

    /// From the address of a page, or its last part.
    private static func id(in typed: String) -> ID<Question>? {
        typed.split { "/ \n\t?#".contains($0) }.lazy.compactMap { ID<Question>(String($0)) }.first
    }
}
