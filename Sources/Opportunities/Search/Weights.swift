/// Every number the order depends on.
enum Weights {
    /// BM25 by column: a word in the title says most, the text is the measure.
    static let title = 2.5
    static let organisation = 0.7
    static let gains = 2.0
    static let needs = 2.0
    static let causes = 0.2
    static let place = 1.5
    static let text = 1.0

    /// For all the words in the title; a part for a part.
    static let wordsInTitle = 3.0
    /// For what the member wants to develop: said under what you gain, under what you need, or anywhere else.
    static let skillGained = 3.0
    static let skillNeeded = 2.0
    static let skillImplied = 1.0

    /// At the door; half of it at `halfDistance` miles.
    static let nearness = 3.0
    static let halfDistance = 5.0
    /// From home, when near was asked for and from home as well.
    static let fromHome = 1.0

    /// For a time, a cost or an access that the advert states and that fits; nothing where it states none.
    static let statedFit = 1.0
    /// A date in the next `soonDays` days.
    static let soon = 0.5
    static let soonDays = 30
    /// Today, for who wants something soon; half of it after `soonHalf` days.
    static let soonest = 4.0
    static let soonHalf = 14.0
    /// All its dates are over.
    static let over = -4.0

    /// New today; half of it after `halfAge` days.
    static let fresh = 0.5
    static let halfAge = 90.0
    /// Its source no longer has it.
    static let notConfirmed = -2.0

    /// For a full advert with a link, an organisation and a place.
    static let quality = 0.3
    static let paidResearch = -6.0

    /// How often that counts which a member leans to.
    static let leaning = 3.0
}
