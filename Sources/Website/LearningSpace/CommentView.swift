import LearningSpace
import Storage

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

    /// - Parameter path: of the page on which one can act; nil where there is nothing to do but read.
    static func views(of reading: Reading, names: [PersonID: String], path: String?) -> [CommentView] {
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

    private init(_ comment: Comment, stage: String?, _ reading: Reading, _ names: [PersonID: String], _ path: String?) {
        id = "c-\(comment.id)"
        self.stage = stage
        day = Day(containing: comment.written).words
        removeAt =
            path != nil && reading.mayRemove(comment)
            ? "/shared/\(reading.reflection.id)/comments/\(comment.id)/delete" : nil
        switch comment.content {
        case .words(let words, let author):
            name = names[author] ?? "A former member"
            body = words
            removed = nil
            replyTo = path.map { "\($0)?reply=\(comment.id)#comment" }
            reportAt =
                author == reading.reader || path == nil
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
