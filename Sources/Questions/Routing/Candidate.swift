package import Storage

/// An expert who could answer a question, and why they stand where they stand.
package struct Candidate: Sendable, Identifiable {
    package let id: PersonID
    /// How well the question fits what they declared and answered before: 0 to 1.
    package let expertise: Double
    /// The fit with their load taken off: what the list is sorted by.
    package let score: Double
    package let held: Int
    /// Why, in plain words and numbers, the strongest first.
    package let reasons: [String]
    let hindrance: Hindrance?

    /// What stands against giving it to them, from the least to the most. A moderator may still do it.
    enum Hindrance: Int, Sendable {
        case passedOn, conflict, hasIt, away
    }

    /// Below this the desk would rather leave the choice to a moderator than give a question to just anyone.
    static let leastExpertise = 0.15

    /// Whether the question is theirs at all.
    package var fits: Bool { expertise >= Self.leastExpertise }
    /// Whether the desk may give it to them of itself.
    package var isFree: Bool { hindrance == nil && fits }
}

/// An expert as the routing sees them.
struct ExpertAtWork: Sendable {
    let id: PersonID
    let topics: [Topic]
    /// Open questions that are with them.
    let held: Int
    /// The absence they are in, or the next one.
    let absence: Absence?
    let conflicts: Conflicts
    /// What they did with this question before.
    let passedOn: [PassedOn]
}
