import TextSearch

/// Every number the order depends on but those of `Scoring`, in points: an advert that could not say more clearly what
/// was asked for has a hundred for its words.
enum Weights {
    static let points = 100.0

    static let fields = [
        Field("title", weight: 3, dilution: 0.5, isTitle: true), Field("organisation", weight: 1, dilution: 0.5),
        Field("gains", weight: 1, dilution: 0.5), Field("needs", weight: 1, dilution: 0.5),
        Field("causes", weight: 1, dilution: 0.5), Field("place", weight: 1, dilution: 0.5),
        Field("text", weight: 1, dilution: 0.75),
    ]

    /// For what the member wants to develop: said under what you gain, under what you need, or anywhere else.
    static let skillGained = 20.0
    static let skillNeeded = 14.0
    static let skillImplied = 7.0

    /// At the door; half of it at `halfDistance` miles.
    static let nearness = 20.0
    static let halfDistance = 5.0
    /// From home, when near was asked for and from home as well.
    static let fromHome = 7.0

    /// For a time, a cost or an access that the advert states and that fits; nothing where it states none.
    static let statedFit = 7.0
    /// A date in the next `soonDays` days.
    static let soon = 3.5
    static let soonDays = 30
    /// Today, for who wants something soon; half of it after `soonHalf` days.
    static let soonest = 28.0
    static let soonHalf = 14.0
    /// All its dates are over.
    static let over = -28.0

    /// New today; half of it after `halfAge` days.
    static let fresh = 3.5
    static let halfAge = 90.0
    /// Its source no longer has it.
    static let notConfirmed = -14.0

    /// For a full advert with a link, an organisation and a place.
    static let quality = 2.0
    static let paidResearch = -42.0

    /// How often that counts which a member leans to.
    static let leaning = 3.0
}
