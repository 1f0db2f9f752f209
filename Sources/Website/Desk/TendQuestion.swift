import Hummingbird
import Questions
import Storage

/// What a moderator does to a question's place in the queue: leave it to others, mark it urgent, decline it as a
/// duplicate.
struct TendQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        let review = ReviewQuestion(site: site)
        routes.post("/desk/:id/lease/delete", use: leave)
        routes.post("/desk/:id/urgency") { request, context in
            try await review.act(request, context, .markedUrgent) { _, id, version in
                try await site.desk.markUrgent(id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/urgency/delete") { request, context in
            try await review.act(request, context, .unmarkedUrgent) { _, id, version in
                try await site.desk.unmarkUrgent(id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/duplicate") { request, context in
            try await review.act(request, context, .declined, leavingFor: "/desk") { _, id, version in
                try await site.desk.decline(id, reason: Duplicate.reason, version: version, by: context.person)
            }
        }
    }

    /// The button leads back to the queue; a page that closes says only which opening is over, and reads no answer.
    @Sendable private func leave(_ request: Request, _ context: ModeratorContext) async throws -> Response {
        let form = try await request.form()
        let opening = ID<Lease>(form["opening"])
        try await site.desk.leave(try context.id(), opening: opening, by: context.person)
        return opening == nil ? .seeOther("/desk", .left) : Response(status: .noContent)
    }
}
