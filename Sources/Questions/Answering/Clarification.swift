package import Storage

/// What an expert asked the asker, and the reply once it came in with a batch. Neither carries a time.
package struct Clarification: Sendable, Equatable {
    package let expert: PersonID
    package let text: String
    package let reply: String?
}

/// A sentence or more from the staff that the asker will read.
package struct Remark: Sendable, Equatable {
    package let text: String
    package static let longest = 1_000

    /// - Parameter field: the field of the form it was typed into.
    package init(_ typed: String, field: String) throws(Invalid) {
        text = PlainText.cleaned(typed)
        guard (10...Self.longest).contains(text.count) else {
            throw Invalid(field, "Write 10 to 1,000 characters. The asker will read them.")
        }
    }
}

/// An asker's reply to a clarifying question.
package struct Reply: Sendable, Equatable {
    package let text: String
    package static let longest = 5_000

    package init(_ typed: String) throws(Invalid) {
        text = PlainText.cleaned(typed)
        guard !text.isEmpty else { throw Invalid("reply", "Write your reply.") }
        guard text.count <= Self.longest else {
            throw Invalid("reply", "Shorten your reply to 5,000 characters; it has \(text.count).")
        }
    }

    init(stored: String) { text = stored }
}
