import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// The page of one reflection, for its owner and for who it is shared with; and the lists that lead there.
struct ReadReflection: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/reflections/:id") { request, context in
            try await site.showReflection(request, context, status: .ok)
        }
        routes.get("/shared") { request, context in
            let names = try await site.directory.names()
            let shared = try await site.journal.reflections(sharedWith: context.person)
            return try site.show(SharedPage(shared: shared.map { SharedRow($0, names: names) }), for: request, context)
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
        let members = try await directory.members().filter { $0.id != context.person }
        let reply = ID<LearningSpace.Comment>(try request.query["reply"])
        // None but the owner's own lead to or from it.
        let goals = try await journal.goals(around: reading.reflection.id, of: context.person)
        let activity = try await journal.activity(reflectedOnBy: reading.reflection.id, of: context.person)
        let page = ReflectionPage(
            reading, goals: goals, activity: activity, names: try await directory.names(), members: members,
            key: world.id(),
            now: world.now(), replyingTo: reply, form: form, wrong: wrong)
        return try show(page, to: context.member, status: status, notice: Notice(rawValue: request.query["done"]))
    }
}

struct SharedPage: Page {
    static let template = "space/shared"
    static let place: Section? = .shared
    let title = "Shared with you"
    let shared: [SharedRow]
}

/// A peer's reflection in a list.
struct SharedRow {
    let id: String
    let title: String
    let name: String
    let since: String
    let stages: String

    init(_ shared: SharedReflection, names: [PersonID: String]) {
        id = shared.id.description
        title = shared.title
        name = names[shared.owner] ?? "A former member"
        since = shared.since.words
        stages = Spoken.words(shared.stages.map(\.title))
    }
}
