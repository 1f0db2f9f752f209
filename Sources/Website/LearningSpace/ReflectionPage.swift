import HTTPTypes
import LearningSpace
import Members
import Storage

struct ReflectionPage: Page {
    struct StageView {
        /// The class of its colour.
        let name: String
        let title: String
        let prompts: String
        let paragraphs: [String]
    }
    static let template = "space/reflection"
    static let place: Section? = .space
    let title: String
    let id: String
    let ownerName: String
    let isOwn: Bool
    let saved: String
    let until: String?
    let origin: OriginView?
    let cycle: [StageMark]
    let stages: [StageView]
    let status: Status
    let shares: [ShareRow]
    let threads: [CommentView]
    let errors: Errors?
    let audience: Choices
    let people: Choices
    let comment: CommentForm

    struct CommentForm {
        let action: String
        let key: String
        /// The comment replied to, with its author's name.
        let reply: Reply?
        let body: Field
        let stage: Field
    }
    struct Reply {
        let id: String
        let name: String
    }

    init(
        _ reading: Reading, names: [PersonID: String], members: [Member], key: SendingKey,
        replyingTo reply: ID<Comment>?, form: Form, wrong: [Invalid]
    ) {
        let reflection = reading.reflection
        title = reflection.title
        id = reflection.id.description
        ownerName = names[reflection.owner] ?? "A former member"
        saved = Day(containing: reflection.saved).words
        origin = reflection.origin.map(OriginView.init)
        cycle = reflection.stages.map { StageMark(words: $0.asks.title, isDone: $0.isWritten) }
        stages = reflection.stages.filter(\.isWritten).map {
            StageView(
                name: $0.asks.name, title: $0.asks.title, prompts: $0.asks.prompts.joined(separator: " "),
                paragraphs: Paragraphs.of($0.words))
        }
        switch reading.access {
        case .owner(let standing):
            (isOwn, until, status) = (true, nil, standing.isEmpty ? .onlyYou : .shared)
            shares = standing.map { ShareRow($0, names: names) }
        case .peer(let day):
            (isOwn, until, status) = (false, day.words, .shared)
            shares = []
        }
        let path = (isOwn ? "/space/reflections/" : "/shared/") + id
        threads = CommentView.views(of: reading, names: names, path: path)
        errors = Errors(wrong)
        audience = Choices(
            name: "audience", field: "audience", label: "With whom?", error: wrong.sentence(for: "audience"),
            options: [
                Choice(value: "everyone", words: "Every member", isChosen: form["audience"] == "everyone"),
                Choice(value: "named", words: "The people ticked below", isChosen: form["audience"] == "named"),
            ])
        let ticked = Set(form.all("person"))
        people = Choices(
            name: "people", field: "person", label: "People", kind: "checkbox", across: true,
            options: members.map {
                Choice(value: $0.id.description, words: $0.name, isChosen: ticked.contains($0.id.description))
            })
        comment = CommentForm(
            action: "/shared/\(id)/comments", key: form.has("key") ? form["key"] : key.description,
            reply: Self.reply(reply ?? ID<Comment>(form["reply"]), in: reading, names),
            body: Field(
                name: "body", label: "Your comment", value: form["body"],
                hint: "A question or something that helped you does more than praise.",
                error: wrong.sentence(for: "body"), rows: 4),
            stage: Field(
                name: "stage", label: "About",
                options: [Choice(value: "", words: "the whole reflection")]
                    + reflection.stages.map {
                        Choice(value: $0.asks.name, words: $0.asks.title, isChosen: $0.asks.name == form["stage"])
                    }))
    }

    private static func reply(_ id: ID<Comment>?, in reading: Reading, _ names: [PersonID: String]) -> Reply? {
        let comment = reading.threads.flatMap(\.comments).first { $0.id == id }
        guard let comment, case .words(_, let author) = comment.content else { return nil }
        return Reply(id: comment.id.description, name: names[author] ?? "a former member")
    }
}

/// A comment with its replies, as `parts/comment` shows it.
struct CommentView {
    let id: String
    let removed: String?
    let name: String
    let initials: String
    let stage: String?
    let day: String
    let body: String
    var replies: [CommentView] = []
    let replyTo: String?
    let removeAt: String?
    let reportAt: String?

    /// Beyond this depth a reply stands beside what it replies to: narrower, nobody could read it.
    private static let deepest = 4

    static func views(of reading: Reading, names: [PersonID: String], path: String) -> [CommentView] {
        reading.threads.flatMap { thread in
            let stage = reading.reflection.model.stages.first { $0.name == thread.stage }?.title
            var rest = thread.comments[...]
            return tree(&rest, depth: 0) { comment in
                CommentView(comment, stage: comment.depth == 0 ? stage : nil, reading, names, path)
            }
        }
    }

    private static func tree(
        _ rest: inout ArraySlice<Comment>, depth: Int, view: (Comment) -> CommentView
    ) -> [CommentView] {
        var views: [CommentView] = []
        while let comment = rest.first, min(comment.depth, deepest) >= depth {
            rest.removeFirst()
            var own = view(comment)
            if depth < deepest { own.replies = tree(&rest, depth: depth + 1, view: view) }
            views.append(own)
        }
        return views
    }

    private init(_ comment: Comment, stage: String?, _ reading: Reading, _ names: [PersonID: String], _ path: String) {
        id = "c-\(comment.id)"
        self.stage = stage
        day = Day(containing: comment.written).words
        removeAt = reading.mayRemove(comment) ? "/shared/\(reading.reflection.id)/comments/\(comment.id)/delete" : nil
        switch comment.content {
        case .words(let words, let author):
            name = names[author] ?? "A former member"
            body = words
            removed = nil
            replyTo = "\(path)?reply=\(comment.id)#comment"
            reportAt =
                author == reading.reader
                ? nil : "/shared/\(reading.reflection.id)/comments/\(comment.id)/report"
        case .removed(let remover):
            name = ""
            body = ""
            removed =
                switch remover {
                case .author: "Removed by its writer."
                case .owner: "Removed by the author of the reflection."
                case .moderator: "Removed by a moderator."
                }
            replyTo = nil
            reportAt = nil
        }
        initials = Initials.of(name)
    }
}
