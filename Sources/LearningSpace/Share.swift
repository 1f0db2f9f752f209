package import Storage

/// A line of the ledger of who can see what, and until when.
package struct Share: Hashable, Sendable {
    package let id: ID<Share>
    package let reflection: ID<Reflection>
    /// The reflection's title.
    package let title: String
    package let audience: Audience
    package let since: Day
    /// The last day on which it can be seen.
    package let until: Day

    package enum Audience: Hashable, Sendable {
        case everyMember
        case member(PersonID)
    }
}

extension Share {
    /// With whom, and until when.
    package struct Draft: Hashable, Sendable {
        /// A share ends by itself, so that what is forgotten is not open for good.
        package static let usualDays = 90
        package static let mostDays = 730

        package let audiences: [Audience]
        package let until: Day

        /// - Parameter until: the last day; nil for 90 days from today.
        package init(
            with audiences: [Audience], by owner: PersonID, until: Day? = nil, today: Day
        ) throws(InvalidFields) {
            let others = audiences.filter { $0 != .member(owner) }
            let until = until ?? today + Self.usualDays
            let wrong = [Self.problem(of: others), Self.problem(of: until, today: today)].compactMap { $0 }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
            self.audiences = others
            self.until = until
        }

        private static func problem(of others: [Audience]) -> Invalid? {
            others.isEmpty ? Invalid("audience", "Choose every member, or name at least one other person.") : nil
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
