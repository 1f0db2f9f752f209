package import Storage

/// What an asker says against the decision to decline their question.
///
/// The rule: an appeal is heard once, and never by the person who declined. It comes back to the queue for every other
/// moderator. Where there is none, it waits, and the desk says so: an administrator can give the role to somebody.
package struct Appeal: Sendable, Equatable {
    package let words: String
    package static let longest = 2_000

    package init(_ typed: String) throws(Invalid) {
        words = PlainText.cleaned(typed)
        guard (10...Self.longest).contains(words.count) else {
            throw Invalid("appeal", "Say in 10 to 2,000 characters why it should be answered.")
        }
    }

    init(stored: String) { words = stored }
}
