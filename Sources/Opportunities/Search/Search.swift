package import Storage
package import TextSearch

/// What a member is looking for: a checked value, so that nothing behind it can fail for what was typed.
package struct Search: Sendable {
    /// As typed, trimmed; at most 500 characters.
    package var text: String
    package var near: Place.Match?
    /// Miles around `near`.
    package var within: Int
    package var cause: Cause?
    /// What the member already can.
    package var brings: String
    /// What the member wants to learn.
    package var develops: String
    package var remote: Remote?
    /// Hours a week the member has.
    package var hours: Double?
    package var day: Weekday?
    package var slot: PartOfDay?
    package var from: Day?
    /// Only what does not say that it leaves the member out of pocket.
    package var costsNothing: Bool
    /// Only what does not say that it needs a criminal record check.
    package var needsNoCheck: Bool
    /// Only what does not say that it has steps.
    package var isStepFree: Bool
    /// Only what does not say that it asks for references.
    package var needsNoReferences: Bool
    package var kind: Kind?
    /// The member's years: only what does not say that it takes older people alone.
    package var age: Int?
    /// Nothing that leaves open what was asked of time, kind, cost, checks, references, access and age.
    package var isStatedOnly: Bool
    package var lean: Lean?
    /// No word is taken for another that is spelt nearly the same.
    package var isAsTyped: Bool
    /// From 1.
    package var page: Int
    /// Results on a page, 1...100.
    package var size: Int

    package enum Remote: String, Sendable {
        /// From home and nowhere else.
        case only
        /// Near the place, or from home.
        case also
        /// What is somewhere, from home as well or not.
        case inPerson = "in-person"
    }

    package enum Kind: String, CaseIterable, Sendable {
        case ongoing
        /// All its dates lie within one week.
        case oneOff = "one-off"
    }

    /// What the member wants to weigh more than it usually does.
    package enum Lean: String, CaseIterable, Sendable {
        case nearer, sooner
        /// Closer to what was typed.
        case words
    }

    package static let longestText = 500
    package static let usualWithin = 15
    package static let usualSize = 20
    /// What is ranked; who wants more than this needs another question, not another page.
    package static let mostRanked = 1_000

    /// Everything there is.
    package init() {
        text = ""
        within = Self.usualWithin
        brings = ""
        develops = ""
        costsNothing = false
        needsNoCheck = false
        isStepFree = false
        needsNoReferences = false
        isStatedOnly = false
        isAsTyped = false
        page = 1
        size = Self.usualSize
    }

    package var words: Query { Query(text) }
}
