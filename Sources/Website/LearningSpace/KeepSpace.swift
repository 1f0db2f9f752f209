import HTTPTypes
import Hummingbird
import LearningSpace
import Members
import Storage
import TextSearch

/// `/space`: one's own reflections, and what others can see of them.
struct KeepSpace: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space") { request, context in
            let (query, today) = (try request.query, site.world.today)
            guard query["q"].isEmpty else {
                let found = try await site.journal.reflections(of: context.person, matching: query["q"])
                return try site.show(SpacePage(found, words: query["q"], today: today), for: request, context)
            }
            let own = try await site.journal.reflections(of: context.person)
            let due = try await site.journal.countOfGoalsDue(of: context.person)
            let unsaved = try await site.journal.unsavedBeginnings(of: context.person)
            return try site.show(
                SpacePage(own, tag: query["tag"], due: due, unsaved: unsaved, today: today), for: request, context)
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
    /// What was searched for.
    let words: String
    /// "3 reflections", of a search or a tag; nil where all are shown.
    let summary: String?
    let hasNone: Bool
    /// Of the shares that end soon; nil where none does.
    let ending: String?
    /// Of the steps that come back; nil where none does.
    let due: String?
    /// Begun and never saved.
    let unsaved: [UnsavedRow]
    let hasUnsaved: Bool

    init(_ found: [FoundReflection], words: String, today: Day) {
        self.init(
            rows: found.map { ReflectionRow($0.own, excerpt: $0.excerpt) }, words: words,
            summary: Self.count(found.count) + " with these words", hasNone: false, of: [], today: today)
    }

    init(_ own: [OwnReflection], tag: String, due: Int, unsaved: [Unsaved], today: Day) {
        let shown = tag.isEmpty ? own : own.filter { $0.summary.tags.contains(tag) }
        self.init(
            rows: shown.map { ReflectionRow($0, excerpt: []) }, words: "",
            summary: tag.isEmpty ? nil : Self.count(shown.count) + " tagged \(tag)", hasNone: own.isEmpty, of: own,
            due: due, unsaved: tag.isEmpty ? unsaved : [], today: today)
    }

    private static func count(_ number: Int) -> String {
        number == 1 ? "One reflection" : "\(number == 0 ? "No" : "\(number)") reflections"
    }

    private init(
        rows: [ReflectionRow], words: String, summary: String?, hasNone: Bool, of own: [OwnReflection], due: Int = 0,
        unsaved: [Unsaved] = [], today: Day
    ) {
        reflections = rows
        self.unsaved = unsaved.compactMap(UnsavedRow.init)
        hasUnsaved = !unsaved.isEmpty
        self.due =
            switch due {
            case 0: nil
            case 1: "One step comes back to you: did it happen?"
            default: "\(due) steps come back to you: did they happen?"
            }
        self.words = words
        self.summary = summary
        self.hasNone = hasNone
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
    let tags: [TagLink]
    /// Where the words stand that were searched for.
    let pieces: [Piece]
    let hasPieces: Bool

    init(_ own: OwnReflection, excerpt: [Piece]) {
        tags = own.summary.tags.map(TagLink.init)
        pieces = excerpt
        hasPieces = !excerpt.isEmpty
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
