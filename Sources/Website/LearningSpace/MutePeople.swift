import Hummingbird
import LearningSpace
import Members
import Storage

/// `/space/muted`: whom a member does not want to hear. Nobody else is told.
struct MutePeople: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/muted") { request, context in
            let names = try await site.directory.names()
            let muted = try await site.journal.muted(by: context.person)
            let people = muted.map { MutedPage.Muted(id: $0.description, name: names[$0] ?? "A former member") }
            return try site.show(MutedPage(people: people.sorted { $0.name < $1.name }), for: request, context)
        }
        routes.post("/space/muted") { request, context -> Response in
            let person = PersonID(try await request.form()["person"])
            guard let person, try await site.directory.names()[person] != nil else { throw HTTPError(.notFound) }
            try await site.journal.mute(person, for: context.person)
            return .seeOther("/space/muted", .saved)
        }
        routes.post("/space/muted/:id/delete") { _, context -> Response in
            guard try await site.journal.unmute(try context.id(), for: context.person) else {
                throw HTTPError(.notFound)
            }
            return .seeOther("/space/muted", .saved)
        }
    }
}

struct MutedPage: Page {
    struct Muted {
        let id: String
        let name: String
    }
    static let template = "space/muted"
    static let place: Section? = .space
    let title = "Whom you have muted"
    let people: [Muted]
}
