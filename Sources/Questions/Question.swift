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
    package let answer: Answer?

    /// The text that may leave the desk.
    package var redacted: String { Redaction.apply(redactions, to: text) }
}

/// Where a question stands.
package enum Step: Sendable, Equatable {
    case received
    case withExpert(PersonID)
    case answered(by: PersonID)
    case published
    case declined(reason: String)
}

/// What an expert wrote.
package struct Answer: Sendable, Equatable {
    package let expert: PersonID
    package let text: String
}

extension Question {
    /// A question as it arrives: checked, and holding nothing but what was meant to be sent.
    package struct Draft: Sendable, Equatable {
        package let topic: String
        package let text: String

        package static let shortest = 20
        package static let longest = 5_000

        /// - Throws: the first thing that is wrong, field by field, in the form's order.
        package init(topic: String, text: String, agreed: Bool, topics: [Topic]) throws(InvalidFields) {
            var wrong: [Invalid] = []
            if !topics.contains(where: { $0.slug == topic }) {
                wrong.append(Invalid("topic", "Choose the topic that fits best."))
            }
            let cleaned = PlainText.cleaned(text)
            if cleaned.count < Self.shortest {
                wrong.append(Invalid("text", "Write your question in at least \(Self.shortest) characters."))
            } else if cleaned.count > Self.longest {
                wrong.append(
                    Invalid("text", "Shorten your question to \(Self.longest) characters; it has \(cleaned.count)."))
            }
            if !agreed { wrong.append(Invalid("terms", "Read the terms and tick the box to agree to them.")) }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
            self.topic = topic
            self.text = cleaned
        }
    }
}
