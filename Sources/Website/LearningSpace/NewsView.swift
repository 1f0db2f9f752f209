import Hummingbird
import LearningSpace
import Members
import Storage

/// What was said since a member looked, and who asks them into a group: quiet, and gone once they have seen it.
struct NewsView {
    struct Line {
        /// "Callum Brackenbury and Maya Thistlewood"
        let who: String
        let title: String
        let href: String
        let isOwn: Bool
        let day: String
    }
    let lines: [Line]
    let hasLines: Bool
    let invitations: [GroupLine]

    struct GroupLine {
        let who: String
        let name: String
        let href: String
    }

    /// Nil where there is nothing new.
    init?(_ news: [News], groups: [Group], names: [PersonID: String]) {
        lines = news.map { each in
            Line(
                who: Spoken.words(each.people.map { names[$0] ?? "A former member" }), title: each.title,
                href: (each.isOwn ? "/space/reflections/" : "/shared/") + "\(each.reflection)#c-\(each.latest)",
                isOwn: each.isOwn, day: each.day.words)
        }
        hasLines = !lines.isEmpty
        invitations = groups.filter { !$0.isMember }.map {
            GroupLine(who: names[$0.keeper] ?? "A former member", name: $0.name, href: "/space/groups/\($0.id)")
        }
        guard hasLines || !invitations.isEmpty else { return nil }
    }
}

/// `/space/news/delete`: all of it is seen.
struct SeeNews: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/space/news/delete") { _, context -> Response in
            try await site.journal.noteLooked(by: context.person)
            return .seeOther("/space")
        }
    }
}

extension Site {
    func news(for person: PersonID) async throws -> NewsView? {
        NewsView(
            try await journal.news(for: person), groups: try await journal.groups(of: person),
            names: try await directory.names())
    }
}
