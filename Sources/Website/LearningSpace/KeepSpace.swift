import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage

/// `/space`: one's own reflections, and what others can see of them.
struct KeepSpace: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space") { request, context in
            let own = try await site.journal.reflections(of: context.person)
            return try site.show(SpacePage(own, today: site.world.today), for: request, context)
        }
        routes.get("/space/shares") { request, context in
            let shares = try await site.journal.shares(of: context.person)
            let names = try await site.directory.names()
            return try site.show(
                SharesPage(shares: shares.map { ShareRow($0, names: names, today: site.world.today) }), for: request,
                context)
        }
    }
}

struct SpacePage: Page {
    static let template = "space/space"
    static let place: Section? = .space
    let title = "Your learning space"
    let reflections: [ReflectionRow]
    /// Of the shares that end soon; nil where none does.
    let ending: String?

    init(_ own: [OwnReflection], today: Day) {
        reflections = own.map(ReflectionRow.init)
        let soon = own.flatMap(\.shares).count { $0.until - today <= Share.Draft.warningDays }
        ending =
            switch soon {
            case 0: nil
            case 1: "One share ends within two weeks."
            default: "\(soon) shares end within two weeks."
            }
    }
}

struct SharesPage: Page {
    static let template = "space/shares"
    static let place: Section? = .space
    let title = "What others can see"
    let shares: [ShareRow]
}

/// One of one's own reflections in a list.
struct ReflectionRow {
    let id: String
    let title: String
    let saved: String
    let status: Status
    let stages: [StageMark]
    let comments: String?

    init(_ own: OwnReflection) {
        id = own.summary.id.description
        title = own.summary.title
        saved = Day(containing: own.summary.saved).words
        status = own.shares.isEmpty ? .onlyYou : .shared
        stages = StageMark.marks(of: own.summary)
        comments = CommentCount.words(own.summary.comments)
    }
}

/// A stage of a reflection in a list: written or not.
struct StageMark {
    let words: String
    let isDone: Bool

    static func marks(of summary: Reflection.Summary) -> [StageMark] {
        summary.model.stages.map { StageMark(words: $0.title, isDone: summary.written.contains($0.name)) }
    }
}

enum CommentCount {
    static func words(_ count: Int) -> String? {
        switch count {
        case 0: nil
        case 1: "1 comment"
        default: "\(count) comments"
        }
    }
}

extension Status {
    static let onlyYou = Status(kind: "private", words: "Only you")
    static let shared = Status(kind: "shared", words: "Shared")
}
