import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// The page of one reflection, for its owner and for who it is shared with.
struct ReadReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/reflections/:id") { request, context in
            try await site.showReflection(request, context, status: .ok)
        }
        routes.get("/shared/:id") { request, context in
            try await site.showReflection(request, context, status: .ok)
        }
    }
}

extension Site {
    /// - Parameters:
    ///   - form: what was typed into a form of the page that comes back.
    ///   - wrong: what is wrong with it.
    func showReflection(
        _ request: Request, _ context: MemberContext, status: HTTPResponse.Status, form: Form = Form(),
        wrong: [Invalid] = []
    ) async throws -> Response {
        guard let reading = try await journal.reading(of: try context.id(), by: context.person) else {
            throw HTTPError(.notFound)
        }
        try await journal.noteLooked(at: reading.reflection.id, by: context.person)
        let members = try await directory.members().filter { $0.id != context.person }
        let reply = ID<LearningSpace.Comment>(try request.query["reply"])
        // None but the owner's own lead to or from it.
        let goals = try await journal.goals(around: reading.reflection.id, of: context.person)
        let activity = try await journal.activity(reflectedOnBy: reading.reflection.id, of: context.person)
        let isOwn = reading.reflection.owner == context.person
        let sharing = ShareForm.Around(
            members: isOwn ? members : [], groups: isOwn ? try await journal.groups(of: context.person) : [],
            topics: isOwn ? try await desk.topics() : [], topic: try await journal.topic(of: reading.reflection.id))
        let page = ReflectionPage(
            reading, goals: goals, activity: activity, names: try await directory.names(), sharing: sharing,
            key: world.id(), now: world.now(), replyingTo: reply, form: form, wrong: wrong)
        return try show(page, to: context.member, status: status, notice: Notice(rawValue: request.query["done"]))
    }
}
