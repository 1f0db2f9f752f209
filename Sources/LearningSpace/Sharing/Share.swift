package import Storage

/// A line of the ledger of who can see what, and until when.
package struct Share: Hashable, Sendable {
    package let id: ID<Share>
    package let reflection: ID<Reflection>
    /// The reflection's title.
    package let title: String
    package let audience: Audience
    /// In the model's order.
    package let stages: [Stage]
    /// The day it was first read; nil where it was not, and where several may read it: who did is nobody's to know.
    package let opened: Day?

    /// The first day of any of its stages.
    package var since: Day { stages.map(\.since).min() ?? Day(number: 0) }
    /// The last day on which any of it can be seen.
    package var until: Day { stages.map(\.until).max() ?? Day(number: 0) }

    package struct Stage: Hashable, Sendable {
        package let asks: ReflectionModel.Stage
        package let since: Day
        /// The last day on which it can be seen.
        package let until: Day
    }

    package enum Audience: Hashable, Sendable {
        case everyMember
        case member(PersonID)
        /// Whoever is in it on the day they read, as long as the owner is too.
        case group(ID<Group>)
        /// Whoever holds the link, member or not.
        case link
    }
}

/// A page of the ledger.
package struct ShareLedger: Hashable, Sendable {
    static let onPage = 20
    package let shares: [Share]
    package let page: Int
    package let pages: Int
}

/// What came of sharing.
package struct Sharing: Hashable, Sendable {
    /// Who can see the reflection now.
    package let shares: [Share]
    /// Of a link that was made: told this once, because its hash alone is kept.
    package let secret: String?
}

extension Share {
    /// Which stages, with whom, and until when.
    package struct Draft: Hashable, Sendable {
        /// A share ends by itself, so that what is forgotten is not open for good.
        package static let usualDays = 90
        package static let mostDays = 730
        /// So many days before its end a share is pointed out to its owner.
        package static let warningDays = 14

        package let audiences: [Audience]
        /// The stages' names.
        package let stages: [String]
        package let until: Day
        /// By which peers find it; nil for none.
        package let topic: String?

        /// - Parameter until: the last day; nil for 90 days from today.
        package init(
            _ stages: [String], with audiences: [Audience], by owner: PersonID, until: Day? = nil, topic: String? = nil,
            today: Day
        ) throws(InvalidFields) {
            let others = audiences.filter { $0 != .member(owner) }
            let until = until ?? today + Self.usualDays
            let wrong = [
                stages.isEmpty ? Invalid("stages", "Choose at least one stage. The others stay yours alone.") : nil,
                Self.problem(of: others), Self.problem(of: until, today: today),
            ].compactMap { $0 }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
            self.audiences = others
            self.stages = stages
            self.until = until
            self.topic = topic
        }

        private static func problem(of others: [Audience]) -> Invalid? {
            others.isEmpty
                ? Invalid("audience", "Choose every member, a group, a link, or name at least one other person.") : nil
        }

        private static func problem(of until: Day, today: Day) -> Invalid? {
            let last = today + mostDays
            guard until >= today else {
                return Invalid("until", "Choose \(today.words) or a later day: the day you chose has passed.")
            }
            guard until <= last else {
                return Invalid("until", "Choose a day up to \(last.words). You can share again when it comes.")
            }
            return nil
        }
    }
}
