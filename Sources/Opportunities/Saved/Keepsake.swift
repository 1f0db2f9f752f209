/// An advert as a member saw it when they saved it, in words.
package struct Keepsake: Hashable, Sendable {
    package let title: String
    package let organisation: String?
    package let description: String
    package let link: String?
    /// How much time it takes, in the advert's words.
    package let commitment: String?
    /// For people: the source's title, and the sentence its licence asks for.
    package let source: String
    package let attribution: String
    package let lines: [Kind: [String]]

    package enum Kind: String, CaseIterable, Sendable {
        case place, time, needs, gains, requirement, cause
    }

    package subscript(kind: Kind) -> [String] { lines[kind] ?? [] }

    /// So many dates are kept; a listing with a thousand of them goes on every week.
    private static let mostTimes = 24
    private static let mostPlaces = 24

    init(
        title: String, organisation: String?, description: String, link: String?, commitment: String?, source: String,
        attribution: String, lines: [Kind: [String]]
    ) {
        self.title = title
        self.organisation = organisation
        self.description = description
        self.link = link
        self.commitment = commitment
        self.source = source
        self.attribution = attribution
        self.lines = lines.filter { !$0.value.isEmpty }
    }

    package init(_ opportunity: Opportunity) {
        let home = opportunity.isRemote ? ["From home"] : []
        self.init(
            title: opportunity.title, organisation: opportunity.organisation, description: opportunity.description,
            link: opportunity.link, commitment: opportunity.hours?.said, source: opportunity.source.title,
            attribution: opportunity.source.attribution,
            lines: [
                .place: home + opportunity.places(most: Self.mostPlaces),
                .time: opportunity.times(most: Self.mostTimes), .needs: opportunity.needs.map(\.text),
                .gains: opportunity.gains.map(\.text), .requirement: opportunity.requirements,
                .cause: opportunity.causes.map(\.label),
            ])
    }

    /// What an advert says differently now.
    package struct Change: Hashable, Sendable {
        /// As `When`.
        package let what: String
        /// Empty where nothing was said.
        package let was: [String]
        package let now: [String]
    }

    /// What has changed since, of what a member would want to know.
    package func changes(in now: Keepsake) -> [Change] {
        let pairs: [(String, [String], [String])] = [
            ("Title", [title], [now.title]),
            ("Organisation", [organisation].compactMap(\.self), [now.organisation].compactMap(\.self)),
            ("Where", self[.place], now[.place]), ("When", self[.time], now[.time]),
            ("How much time", [commitment].compactMap(\.self), [now.commitment].compactMap(\.self)),
            ("What you bring", self[.needs] + self[.requirement], now[.needs] + now[.requirement]),
            ("What you develop", self[.gains], now[.gains]),
            ("Where to apply", [link].compactMap(\.self), [now.link].compactMap(\.self)),
            ("Description", [description], [now.description]),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { Change(what: $0.0, was: $0.1, now: $0.2) }
    }
}
