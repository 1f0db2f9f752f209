import Foundation
package import Storage

/// A question on its way through the desk. It has no author: nothing that could lead to one is written down.
package struct Question: Sendable, Identifiable {
    package let id: ID<Question>
    package let topic: Topic
    package let text: String
    package let redactions: [Redaction]
    package let step: Step
    /// Counts the decisions made about it. Each decision names the version it was made on.
    package let version: Int
    /// `2026-11-22` while it is open; the month alone once it is decided.
    package let received: String
    /// In the order in which they were first written.
    package let answers: [Answer]
    package let consent: Consent
    /// The words the asker would rather see, until they agree or a moderator takes them over.
    package let proposal: String?
    /// Who chose that the answer is for the asker alone, if anybody did.
    package let privacy: Privacy?
    package let thread: [Clarification]
    /// Staff from whom the asker keeps it.
    package let excluded: Set<PersonID>
    /// A moderator put it first in the queue.
    package let isUrgent: Bool
    /// While it is with an expert: since when.
    package let assignment: Assignment?
    /// The version at which its present words came to be.
    let worded: Int
    /// The day on which the present step began, while it is open.
    let since: Day?

    /// The text that may leave the desk.
    package var redacted: String { Redaction.apply(redactions, to: text) }
    package var openClarification: Clarification? { thread.last { $0.reply == nil } }
    /// The latest answer that was asked for.
    package var answer: Answer? { answers.first { $0.expert == step.expert } ?? answers.last }
}

/// Who chose that an answer is for the asker alone.
package enum Privacy: String, Sendable {
    case asker
    /// A moderator, with a release that can be taken back.
    case desk
}

extension Question {
    /// The words of a question, checked.
    package struct Wording: Sendable, Equatable {
        package let text: String

        package static let shortest = 20
        package static let longest = 5_000

        package init(_ typed: String) throws(Invalid) {
            text = PlainText.cleaned(typed)
            guard text.count >= Self.shortest else {
                throw Invalid("text", "Write your question in at least \(Self.shortest) characters.")
            }
            guard text.count <= Self.longest else {
                throw Invalid("text", "Shorten your question to \(Self.longest) characters; it has \(text.count).")
            }
        }

        init(stored: String) { text = stored }
    }

    /// A question as it arrives: checked, and holding nothing but what was meant to be sent.
    package struct Draft: Sendable, Equatable {
        package let topic: String
        package let text: String

        package static let shortest = Wording.shortest
        package static let longest = Wording.longest

        /// - Throws: the first thing that is wrong, field by field, in the form's order.
        package init(topic: String, text: String, agreed: Bool, topics: [Topic]) throws(InvalidFields) {
            var wrong: [Invalid] = []
            if !topics.contains(where: { $0.slug == topic }) {
                wrong.append(Invalid("topic", "Choose the topic that fits best."))
            }
            var wording: Wording?
            do throws(Invalid) { wording = try Wording(text) } catch { wrong.append(error) }
            if !agreed { wrong.append(Invalid("terms", "Read the terms and tick the box to agree to them.")) }
            guard wrong.isEmpty, let wording else { throw InvalidFields(wrong) }
            self.topic = topic
            self.text = wording.text
        }
    }
}
