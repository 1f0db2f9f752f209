package import Storage

/// Why questions are declined, from the list that administrators keep.
///
/// What was said with it is copied into the question and the history, so that they keep their words whatever becomes of
/// the list.
package struct Reason: Sendable, Identifiable, Equatable {
    package let id: ID<Reason>
    package let words: String
    /// Retired, it is chosen no more.
    package let isRetired: Bool

    package static let longest = 120

    /// What an administrator typed, checked.
    package struct Draft: Sendable, Equatable {
        package let words: String

        package init(_ typed: String) throws(Invalid) {
            words = PlainText.cleaned(typed).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard words.count >= 3, words.unicodeScalars.count <= Reason.longest else {
                throw Invalid("words", "Say the reason in 3 to \(Reason.longest) characters.")
            }
        }
    }
}

/// What an asker reads when their question is declined: a reason from the list, where one fits, and a sentence.
package struct Grounds: Sendable, Equatable {
    package let reason: Reason?
    package let sentence: String

    package static let longest = 1_000

    /// - Parameters:
    ///   - chosen: the id of a reason of `reasons`, or nothing.
    ///   - reasons: those that can be chosen.
    package init(chosen: String, sentence typed: String, among reasons: [Reason]) throws(Invalid) {
        reason = reasons.first { $0.id.description == chosen }
        sentence = PlainText.cleaned(typed)
        guard chosen.isEmpty || reason != nil else {
            throw Invalid("because", "This reason is not on the list any more. Choose another.")
        }
        guard (10...Self.longest).contains(sentence.count) else {
            throw Invalid("reason", "Write a reason of 10 to 1,000 characters. The asker will read it.")
        }
    }

    /// The reason on a line of its own, then the sentence.
    package var words: String { [reason?.words, sentence].compactMap(\.self).joined(separator: "\n") }
}
