package import Storage

/// What a member says is wrong with a comment. Who says so is not kept.
package struct CommentReport: Hashable, Sendable {
    package let id: ID<CommentReport>
    package let reason: Reason
    package let words: String

    package enum Reason: String, CaseIterable, Sendable {
        case unkind, known, advertising, other

        package var sentence: String {
            switch self {
            case .unkind: "It is unkind or discriminates"
            case .known: "It tells of somebody who should not be known"
            case .advertising: "It advertises"
            case .other: "Something else"
            }
        }
    }

    /// What was typed, checked.
    package struct Draft: Hashable, Sendable {
        package let reason: Reason
        package let words: String
        package static let longest = 500

        package init(reason: String, words typed: String) throws(InvalidFields) {
            words = PlainText.cleaned(typed)
            var wrong: [Invalid] = []
            let chosen = Reason(rawValue: reason)
            if chosen == nil { wrong.append(Invalid("reason", "Choose what is wrong with it.")) }
            if chosen == .other && words.isEmpty { wrong.append(Invalid("words", "Say in a few words what it is.")) }
            if let long = Invalid.tooLong("words", "This", words, limit: Self.longest) { wrong.append(long) }
            guard wrong.isEmpty, let chosen else { throw InvalidFields(wrong) }
            self.reason = chosen
        }
    }
}

/// A comment with what members say of it, as a moderator sees it: alone, for what it was said to is not theirs to read.
package struct ReportedComment: Hashable, Sendable {
    package let id: ID<Comment>
    package let body: String
    package let author: PersonID
    package let reports: [CommentReport]
}
