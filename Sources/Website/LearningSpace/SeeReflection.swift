import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// A reflection read without acting on it: by a secret link, or by its owner, who looks through another's eyes.
struct SeeReflection: Sendable {
    let site: Site

    /// `/shared/links/{secret}`, for whoever has the link.
    func addLinks(to routes: RouterGroup<FrontContext>) {
        routes.get("/shared/links/:secret") { request, context in
            let secret = context.parameters.get("secret") ?? ""
            let reading = try await site.journal.reading(bySecret: secret)
            guard let reading else { throw HTTPError(.notFound) }
            let page = SeenPage(
                reading, names: try await site.directory.names(), seenAs: nil, share: nil, secret: secret,
                now: site.world.now())
            var response = try site.show(page, for: request, context)
            response.headers[.robotsTag] = "noindex, nofollow"
            return response
        }
    }

    /// `/space/shares/{id}`: what this share shows, as they see it.
    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/shares/:id") { request, context in
            let seen = try await site.journal.reading(
                asSeenThrough: try context.id(), by: context.person)
            guard let seen else { throw HTTPError(.notFound) }
            let names = try await site.directory.names()
            let groups = try await site.journal.groups(of: context.person)
            let page = SeenPage(
                seen.reading, names: names, seenAs: seen.share.audience.words(Names(names, groups)), share: seen.share,
                now: site.world.now())
            return try site.show(page, for: request, context)
        }
    }
}

struct SeenPage: Page {
    static let template = "space/seen"
    static let place: Section? = .shared
    let title: String
    let ownerName: String
    let until: String
    let stages: [StageView]
    let threads: [CommentView]
    /// Whom the owner looks as; nil for who comes by the link.
    let seenAs: String?
    /// The owner's own page.
    let back: String?

    init(
        _ reading: Reading, names: [PersonID: String], seenAs: String?, share: Share?, secret: String? = nil, now: Date
    ) {
        let reflection = reading.reflection
        title = reflection.title
        ownerName = names[reflection.owner] ?? "A former member"
        until = reading.openUntil?.words ?? ""
        stages = StageView.views(of: reading, secret: secret)
        // A link shows no comments: who wrote them let members read them.
        threads =
            share == nil || share?.audience == .link
            ? [] : CommentView.views(of: reading, names: names, path: nil, now: now)
        self.seenAs = seenAs
        back = share.map { "/space/reflections/\($0.reflection)" }
    }
}

extension HTTPField.Name {
    /// The name is well formed; `server` does not stand in for it.
    fileprivate static let robotsTag = HTTPField.Name("X-Robots-Tag") ?? .server
}
