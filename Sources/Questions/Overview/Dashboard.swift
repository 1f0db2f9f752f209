package import Storage

/// How the desk stands at one moment, without what is kept from the person who looks.
package struct Dashboard: Sendable {
    /// How many questions stand at a step of a topic.
    package struct Waiting: Sendable {
        package let topic: String
        package let step: Step.Kind
        package let count: Int
    }
    /// What one expert holds.
    package struct Load: Sendable {
        package let expert: PersonID
        package let toAnswer: Int
        /// Answered, and not yet decided on by a moderator.
        package let toRelease: Int
        package var total: Int { toAnswer + toRelease }
    }
    /// What became of questions in one month: what everybody can count, and what the staff decided.
    package struct Outcome: Sendable {
        package let month: Month
        package let published: Int
        package let declined: Int
    }
    package let topics: [Topic]
    package let waiting: [Waiting]
    package let appeals: Int
    /// The first day since which a question has waited for a moderator.
    package let oldest: Day?
    package let waits: [Waits]
    /// Every expert, whoever holds most first.
    package let load: [Load]
    /// Twelve months with the present one last, also those in which nothing happened.
    package let outcomes: [Outcome]

    package static let months = 12
}

extension Dashboard {
    package func count(at step: Step.Kind, topic: String? = nil) -> Int {
        waiting.reduce(0) { $1.step == step && (topic == nil || $1.topic == topic) ? $0 + $1.count : $0 }
    }
}
