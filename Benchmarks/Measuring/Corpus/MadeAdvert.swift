import Opportunities

/// An advert of the corpus, before it is written.
struct MadeAdvert: Equatable {
    let title: String
    let organisation: String?
    let text: String
    let gains: [String]
    let needs: [String]
    let causes: [Cause]
    let isRemote: Bool
    let places: [MadePlace]
    let sessions: [MadeSession]
    let slots: [MadeSlot]
    /// Days from today; nil where nothing is stated.
    let starts: Int?
    let ends: Int?
    let hours: Int?
    let terms: MadeTerms
    let hasLink: Bool
    let isPaidResearch: Bool
    /// Days before today.
    let firstSeen: Int
    let changed: Int
    /// Its source has not had it for so many days.
    let missing: Int?
    /// Its source said so many days ago that it is over: it is kept, and not in the index.
    let withdrawn: Int?

    /// The measure of a harvested advert, from 0 to 1.
    var quality: Double {
        let isSomewhere = isRemote || places.contains { $0.latitude != nil }
        return 0.4 * min(1, Double(text.count) / 600) + (hasLink ? 0.2 : 0) + (organisation == nil ? 0 : 0.2)
            + (isSomewhere ? 0.2 : 0)
    }
}

struct MadePlace: Equatable {
    let address: String
    let surroundings: String?
    let latitude: Double?
    let longitude: Double?
}

/// Days from today, and hours of the clock.
struct MadeSession: Equatable {
    let firstDay: Int
    let lastDay: Int
    let from: Int
    let to: Int
}

struct MadeSlot: Equatable {
    /// From Monday, 1, to Sunday, 7.
    let weekday: Int
    let part: String
}

/// Nil is "not stated".
struct MadeTerms: Equatable {
    let paysExpenses: Bool?
    let needsCheck: Bool?
    let needsReferences: Bool?
    let isStepFree: Bool?
    let minimumAge: Int?

    init(_ chance: inout Chance) {
        func stated(_ yes: Double, _ no: Double) -> Bool? {
            let drawn = chance.unit()
            return drawn < yes ? true : drawn < yes + no ? false : nil
        }
        paysExpenses = stated(0.28, 0.03)
        needsCheck = stated(0.34, 0.04)
        needsReferences = stated(0.15, 0)
        isStepFree = stated(0.1, 0.02)
        minimumAge = chance.happens(0.35) ? chance.one(of: [14, 16, 16, 18, 18, 18, 21]) : nil
    }
}
