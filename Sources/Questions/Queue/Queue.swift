package import Storage

/// Questions that are much alike.
package enum Lot {}

extension Desk {
    /// A line of the queue.
    package struct Waiting: Sendable {
        package let id: ID<Question>
        package let topic: String
        package let text: String
        package let redactions: [Redaction]
        package let step: Step
        package let received: Day
        package let version: Int
        package let isUrgent: Bool
        /// Whether it came back because its asker appealed.
        package let isAppeal: Bool
        /// Whether it came back from experts so often that a person has to look at it.
        package let isEscalated: Bool
        package let lot: ID<Lot>?
        /// Who has it open just now.
        package let looking: PersonID?

        /// The text that may leave the desk.
        package var redacted: String { Redaction.apply(redactions, to: text) }
    }
}

/// What waits at the desk, as one page of it.
package struct Queue: Sendable {
    /// Which questions are listed.
    package struct Choice: Sendable, Equatable {
        /// Empty for all.
        package var steps: Set<Step.Kind> = []
        /// A topic's slug.
        package var topic: String?
        package var isUrgent = false
        package var lot: ID<Lot>?

        package init(steps: Set<Step.Kind> = [], topic: String? = nil, isUrgent: Bool = false, lot: ID<Lot>? = nil) {
            self.steps = steps
            self.topic = topic
            self.isUrgent = isUrgent
            self.lot = lot
        }
    }

    /// How many wait, and since when the oldest does.
    package struct Count: Sendable, Equatable {
        package private(set) var questions = 0
        package private(set) var oldest: Day?

        /// None.
        package init() {}

        mutating func add(_ day: Day) {
            questions += 1
            oldest = min(oldest ?? day, day)
        }

        package static func + (left: Count, right: Count) -> Count {
            var sum = left
            sum.questions += right.questions
            sum.oldest = [left.oldest, right.oldest].compactMap { $0 }.min()
            return sum
        }
    }

    /// Every open question this person may see.
    package let all: Count
    /// Of the chosen topic.
    package let urgent: Count
    /// Of the chosen topic, by step.
    package let steps: [Step.Kind: Count]
    /// At the chosen steps, by the topic's slug.
    package let topics: [String: Count]
    /// How many the choice finds.
    package let found: Int
    /// The page's questions, urgent ones first, then the longest waiting; those much alike stand together.
    package let groups: [[Desk.Waiting]]
    package let page: Int
    package let pages: Int

    /// Groups on a page.
    package static let pageSize = 50
    /// Questions shown of one group; the others are found by its lot.
    package static let mostOfGroup = 10
}
