package import Storage

/// Something a member could do for others, as the catalogue knows it.
package struct Opportunity: Sendable {
    package let id: ID<Opportunity>
    package let title: String
    /// What its provider says of taking part now; nil where it says nothing, which is nearly always.
    package let status: AdvertStatus?
    /// Where it was first published; nil where that is not known.
    package let origin: String?
    /// Nil where the source names none.
    package let organisation: String?
    package let description: String
    /// Where to apply: `http` or `https`, never anything else.
    package let link: String?
    package let source: Source
    /// Can be done from home; there may be places too.
    package let isRemote: Bool
    /// Money for being studied: not volunteering, and said so.
    package let isPaidResearch: Bool
    package let whereabouts: [Whereabouts]
    package let sessions: [Session]
    package let starts: Day?
    /// Nil where there is no end, or none is stated.
    package let ends: Day?
    package let hours: Hours?
    package let terms: Terms
    /// What you bring.
    package let needs: [Skill]
    /// What you develop.
    package let gains: [Skill]
    package let requirements: [String]
    package let causes: [StatedCause]
    package let freshness: Freshness

    package struct StatedCause: Hashable, Sendable {
        package let id: String
        package let label: String
        /// Read from the text by the catalogue; the advert itself names no cause.
        package let isInferred: Bool
    }
}

/// One place where an opportunity is.
package struct Whereabouts: Hashable, Sendable {
    /// As the advert writes it; may be empty.
    package let address: String
    /// Nil where the advert gives none that can be true.
    package let coordinate: Coordinate?
    /// The town or region around it, as `Barnstaple, Devon`.
    package let surroundings: String?

    /// The shortest that tells a member where it is.
    package var name: String { surroundings ?? (address.isEmpty ? "Place not stated" : address) }
}

/// A line the advert gives under what you bring or what you develop.
package struct Skill: Hashable, Sendable {
    package let text: String
    /// Stands on every advert of its organisation: shown, never ranked.
    package let isBoilerplate: Bool
}

/// How far an advert can be trusted to be true today.
package struct Freshness: Hashable, Sendable {
    package let firstSeen: Day
    package let changed: Day
    /// The last day the source still had it.
    package let confirmed: Day
    /// The first day the source no longer had it; nil while it does.
    package let missingSince: Day?
    /// The day the source said that it is over.
    package let withdrawn: Day?
    /// The first day its link led nowhere; nil while it does not, or nobody has looked.
    package var linkDeadSince: Day?
}
