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
            let query = try request.query
            let page = max(1, Int(query["page"]) ?? 1)
            guard query["q"].isEmpty else {
                let (found, count) = try await site.journal.reflections(
                    of: context.person, matching: query["q"], page: page)
                return try site.show(
                    SpacePage(found, of: count, words: query["q"], page: page), for: request, context)
            }
            let tag = query["tag"].isEmpty ? nil : query["tag"]
            let counts = try await site.journal.counts(of: context.person, tagged: tag)
            let own = try await site.journal.reflections(of: context.person, tagged: tag, page: page)
            let due = try await site.journal.countOfGoalsDue(of: context.person)
            let unsaved = try await site.journal.unsavedBeginnings(of: context.person)
            return try site.show(
                SpacePage(
                    own, tag: tag, counts: counts, page: page, due: due, unsaved: unsaved,
                    news: try await site.news(for: context.person)), for: request, context)
        }
        routes.get("/space/shares") { request, context in
            let ledger = try await site.journal.ledger(of: context.person, page: Int(try request.query["page"]) ?? 1)
            let names = Names(
                try await site.directory.names(), try await site.journal.groups(of: context.person))
            return try site.show(
                SharesPage(ledger, names: names, today: site.world.today), for: request, context)
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
    let news: NewsView?

    let pages: Pages?

    /// - Parameter count: of all that were found.
    init(_ found: [FoundReflection], of count: Int, words: String, page: Int) {
        let address = "/space?q=\(Address.escaped(words))&page="
        self.init(
            rows: found.map { ReflectionRow($0.own, excerpt: $0.excerpt) }, words: words,
            summary: Self.count(count) + " with these words", hasNone: false,
            pages: Pages("What was found", page, of: Self.pages(count)) { address + "\($0)" })
    }

    /// - Parameter page: of the list, from 1.
    init(
        _ own: [OwnReflection], tag: String?, counts: OwnCounts, page: Int, due: Int, unsaved: [Unsaved],
        news: NewsView?
    ) {
        let address = "/space?" + (tag.map { "tag=\(Address.escaped($0))&" } ?? "") + "page="
        self.init(
            rows: own.map { ReflectionRow($0, excerpt: []) }, words: "",
            summary: tag.map { Self.count(counts.reflections) + " tagged \($0)" },
            hasNone: tag == nil && counts.reflections == 0, ending: counts.sharesEnding, due: due,
            unsaved: tag == nil ? unsaved : [], news: news,
            pages: Pages("Your reflections", page, of: Self.pages(counts.reflections)) { address + "\($0)" })
    }

    private static func pages(_ count: Int) -> Int { (count + Journal.ownOnPage - 1) / Journal.ownOnPage }

    private static func count(_ number: Int) -> String {
        number == 1 ? "One reflection" : "\(number == 0 ? "No" : "\(number)") reflections"
    }

    private init(
        rows: [ReflectionRow], words: String, summary: String?, hasNone: Bool, ending: Int = 0, due: Int = 0,
        unsaved: [Unsaved] = [], news: NewsView? = nil, pages: Pages? = nil
    ) {
        self.news = news
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
        self.pages = pages
        self.ending =
            switch ending {
            case 0: nil
            case 1: "One share ends within two weeks."
            default: "\(ending) shares end within two weeks."
            }
    }
}

struct SharesPage: Page {
    static let template = "space/shares"
    static let place: Section? = .space
    let title = "What others can see"
    let shares: [ShareRow]
    let pages: Pages?

    init(_ ledger: ShareLedger, names: Names, today: Day) {
        shares = ledger.shares.map { ShareRow($0, names: names, today: today) }
        pages = Pages(title, ledger.page, of: ledger.pages) { "/space/shares?page=\($0)" }
    }
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
