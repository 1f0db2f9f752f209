package import Foundation
package import Storage

/// What a peer, or the owner in reply, says to a reflection.
package struct Comment: Hashable, Sendable {
    package let id: ID<Comment>
    /// 0 for what begins a thread, 1 for a reply to it, and so on.
    package let depth: Int
    package let written: Date
    /// When its author last changed it; nil where they did not.
    package let edited: Date?
    /// What its author says it is; nil for replies, and for what was said before there were kinds.
    package let kind: Kind?
    /// Whether something stands under it: then nobody changes it any more.
    package let isAnswered: Bool
    package let content: Content

    /// For so long its author can change it, unless somebody answers: what was answered stays as it was read.
    package static let secondsToEdit = 600.0

    package enum Kind: String, CaseIterable, Sendable {
        case question, resonance, challenge, resource
    }

    package enum Content: Hashable, Sendable {
        case words(String, author: PersonID)
        /// By somebody whom the reader does not want to hear.
        case muted(author: PersonID)
        /// A tombstone: it says that something stood here, so that the replies keep their sense, and nothing more.
        case removed(by: Remover)
    }

    package enum Remover: String, Sendable {
        case author
        case owner
        /// After somebody reported it.
        case moderator
    }

    /// Where a comment stands.
    package enum Place: Hashable, Sendable {
        case reflection
        /// By the stage's name.
        case stage(String)
        case reply(to: ID<Comment>)
    }

    package struct Draft: Hashable, Sendable {
        package static let longest = 4_000
        package let body: String
        package let kind: Kind?
        /// Whether its author agrees that every reader of the place sees it, once the reflection's owner does too.
        package let isForReaders: Bool
        /// Whether its author agrees to be named where the owner takes it up.
        package let mayName: Bool

        package init(
            body: String, kind: Kind? = nil, isForReaders: Bool = false, mayName: Bool = false
        ) throws(Invalid) {
            self.kind = kind
            self.isForReaders = isForReaders
            self.mayName = mayName
            let body = PlainText.cleaned(body)
            guard !body.isEmpty else { throw Invalid("body", "Write your comment before sending it.") }
            if let wrong = Invalid.tooLong("body", "Your comment", body, limit: Self.longest) { throw wrong }
            self.body = body
        }
    }
}

/// A comment and everything said in reply, in reading order: each reply under what it replies to, the oldest first.
package struct CommentThread: Hashable, Sendable {
    /// The stage it is about; nil for the whole reflection.
    package let stage: String?
    package let comments: [Comment]
    package let showing: Showing

    /// Who sees a thread: the two it began between, until both agree that every reader of the place does.
    package struct Showing: Hashable, Sendable {
        /// Who began it; nil once they took that back.
        package let author: PersonID?
        package let byAuthor: Bool
        package let byOwner: Bool
        /// Whether anybody but the two has said something, which both then let stand.
        package let hasOthers: Bool

        package var isShown: Bool { byAuthor && byOwner }
    }
}
