package import Storage
package import TextSearch

/// What a search found: one page of it, with the reason for each place in the order.
package struct Results: Sendable {
    /// The search as it was asked.
    package let search: Search
    /// The words that were looked for instead, where one was in no advert: "showing results for …".
    package let corrected: String?
    /// Words in quotes stood nowhere side by side, so they were looked for apart.
    package let isApart: Bool
    /// All that was found, on every page.
    package let total: Int
    /// Else the total is about right.
    package let isExact: Bool
    /// Of the total, those that hold every word; the same as the total unless that was too few.
    package let holdingEveryWord: Int
    package let page: Int
    package let pages: Int
    package let results: [Found]
    /// What could narrow it, each value counted as if its own facet had not been asked.
    package let facets: [Facet]
    /// What would find more, when little or nothing was found; each is counted, and none adds nothing.
    package let relaxations: [Relaxation]

    package struct Found: Sendable {
        package let id: ID<Opportunity>
        package let title: String
        package let titlePieces: [Piece]
        /// The words in their sentence; without words, how the text begins.
        package let snippet: [Piece]
        /// What the advert says you gain or need, with the words of `develops` or `brings` in it; empty where it says
        /// nothing of them.
        package let skillLine: [Piece]
        package let organisation: String?
        /// As `Barnstaple, Devon`, `From home`, or `Leeds and 3 more places`.
        package let place: String
        /// To the nearest of its places; nil without `near`, or where none is known.
        package let distanceMiles: Double?
        package let remote: Bool
        package let isPaidResearch: Bool
        /// What its provider says of taking part now; nil where it says nothing.
        package let status: AdvertStatus?
        package let score: Double
        /// They add up to the score, the weightiest first.
        package let why: [Factor]
        package let url: String?
        /// Names of the sources it came from; the first is that of `url`.
        package let sources: [String]
        /// The next day something is on.
        package let next: Day?
        /// The same opportunity as other adverts have it.
        package let copies: [Copy]
        package let freshness: Freshness
        /// The same title from the same organisation elsewhere or at other times, which the card stands for as well: the
        /// nearest first, then what is on first.
        package let others: [Other]
    }

    package struct Copy: Sendable, Equatable {
        package let id: ID<Opportunity>
        package let source: String
        package let url: String?
    }

    package struct Other: Sendable, Equatable {
        package let id: ID<Opportunity>
        package let place: String
        package let distanceMiles: Double?
        /// The next day something is on.
        package let next: Day?
        /// Names of the sources it came from.
        package let sources: [String]
    }

    package struct Relaxation: Sendable {
        /// As `within 25 miles`, after "12 more".
        package let change: String
        package let adds: Int
        package let search: Search
    }
}

/// One reason for a place in the order.
package struct Factor: Sendable, Equatable {
    package let factor: Name
    /// Added to the score; may be less than nothing.
    package let value: Double
    /// For people: "3 of 4 words in the title".
    package let words: String

    package enum Name: String, CaseIterable, Sendable {
        case words, closeness, alike, develops, brings, distance, dates, hours, day, kind, cost, checks, references,
            access, age
        case freshness, quality
        case paidResearch = "paid research"
        /// Weighs nothing: it stands for several adverts that are the same.
        case repeats
        /// Weighs nothing: others of its organisation stand before it.
        case turn

        package var isWeighed: Bool { self != .repeats && self != .turn }
    }
}
