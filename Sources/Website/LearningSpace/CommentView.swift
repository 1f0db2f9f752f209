import Foundation
import LearningSpace
import Storage

/// A comment with its replies, as `parts/comment` shows it.
struct CommentView {
    /// Who sees a thread, and what one of the two can say of that.
    struct Showing {
        let sentence: String
        let action: String
        let button: String
        let hasButton: Bool
    }
    let id: String
    /// The sentence that stands in its place; nil where its words stand.
    let removed: String?
    /// Where one hears somebody again; nil where nobody is muted.
    let mutedAt: String?
    let name: String
    let initials: String
    let stage: String?
    let kind: String?
    let day: String
    let edited: String?
    let body: String
    var replies: [CommentView] = []
    let replyTo: String?
    let editAt: String?
    let removeAt: String?
    /// Where the owner takes it up as a step.
    let forwardAt: String?
    /// Whom the reader can stop hearing.
    let mutes: String?
    var showing: Showing?
    let reportAt: String?

    /// Beyond this depth a reply stands beside what it replies to: narrower, nobody could read it.
    private static let deepest = 4

    /// - Parameter path: of the page on which one can act; nil where there is nothing to do but read.
    static func views(
        of reading: Reading, names: [PersonID: String], path: String?, now: Date
    ) -> [CommentView] {
        reading.threads.flatMap { thread -> [CommentView] in
            let stage = reading.reflection.model.stages.first { $0.name == thread.stage }?.title
            var rest = thread.comments[...]
            var views = tree(&rest, depth: 0) { comment in
                CommentView(comment, stage: comment.depth == 0 ? stage : nil, reading, names, path, now)
            }
            if !views.isEmpty, path != nil { views[0].showing = Showing(thread, reading, names) }
            return views
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

    private init(
        _ comment: Comment, stage: String?, _ reading: Reading, _ names: [PersonID: String], _ path: String?,
        _ now: Date
    ) {
        let at = "/shared/\(reading.reflection.id)/comments/\(comment.id)"
        kind = comment.kind?.words
        id = "c-\(comment.id)"
        self.stage = stage
        day = Day(containing: comment.written).words
        removeAt =
            path != nil && reading.mayRemove(comment) ? at + "/delete" : nil
        editAt = path != nil && reading.mayEdit(comment, at: now) ? at + "/edit" : nil
        switch comment.content {
        case .words(let words, let author):
            name = names[author] ?? "A former member"
            body = words
            removed = nil
            mutedAt = nil
            edited = comment.edited == nil ? nil : "changed since"
            let isOthers = author != reading.reader && path != nil
            mutes = isOthers ? author.description : nil
            forwardAt =
                isOthers && reading.reader == reading.reflection.owner
                ? "/space/goals/new?reflection=\(reading.reflection.id)&comment=\(comment.id)" : nil
            replyTo = path.map { "\($0)?reply=\(comment.id)#comment" }
            reportAt = isOthers ? at + "/report" : nil
        case .removed, .muted:
            (name, body) = ("", "")
            removed = comment.content.sentence
            mutedAt = if case .muted = comment.content, path != nil { "/space/muted" } else { nil }
            (edited, mutes, forwardAt, replyTo, reportAt) = (nil, nil, nil, nil, nil)
        }
        initials = Initials.of(name)
    }
}

extension LearningSpace.Comment.Content {
    /// What stands where its words do not.
    fileprivate var sentence: String? {
        switch self {
        case .words: nil
        case .muted: "Somebody whom you have muted."
        case .removed(.author): "Removed by its writer."
        case .removed(.owner): "Removed by the author of the reflection."
        case .removed(.moderator): "Removed by a moderator."
        }
    }
}

extension LearningSpace.Comment.Kind {
    var words: String {
        switch self {
        case .question: "question"
        case .resonance: "resonance"
        case .challenge: "challenge"
        case .resource: "resource"
        }
    }

    /// What it is for, in a list to choose from.
    var explained: String {
        switch self {
        case .question: "a question that helps to think"
        case .resonance: "resonance: it speaks to me"
        case .challenge: "a challenge: have you thought of this?"
        case .resource: "a resource: something to read or try"
        }
    }
}

extension CommentView.Showing {
    /// Nil where the reader has no say in it.
    fileprivate init?(_ thread: CommentThread, _ reading: Reading, _ names: [PersonID: String]) {
        guard reading.maySay(whoSees: thread), let first = thread.comments.first,
            let author = thread.showing.author
        else { return nil }
        let isAuthor = reading.reader == author
        let other = names[isAuthor ? reading.reflection.owner : author] ?? "a former member"
        let showing = thread.showing
        let (own, theirs) =
            isAuthor ? (showing.byAuthor, showing.byOwner) : (showing.byOwner, showing.byAuthor)
        sentence =
            switch (own, theirs) {
            case (true, true): "Other readers see this too."
            case (true, false): "Between you and \(other), until they too agree that other readers see it."
            case (false, true): "Between you and \(other), who agrees that other readers see it."
            case (false, false): "Between you and \(other)."
            }
        let at = "/shared/\(reading.reflection.id)/comments/\(first.id)/showing"
        (action, button) = own ? (at + "/delete", "Keep it between us") : (at, "Let other readers see it")
        hasButton = !(own && theirs && showing.hasOthers)
    }
}
