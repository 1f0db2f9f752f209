package import Foundation
package import Storage

/// What a peer, or the owner in reply, says to a reflection.
package struct Comment: Hashable, Sendable {
    package let id: ID<Comment>
    /// 0 for what begins a thread, 1 for a reply to it, and so on.
    package let depth: Int
    package let written: Date
    package let content: Content

    package enum Content: Hashable, Sendable {
        case words(String, author: PersonID)
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

        package init(body: String) throws(Invalid) {
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
}
