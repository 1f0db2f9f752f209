import Foundation

/// Who advertises: few do much, many do little. The ten largest have 19 % of the adverts, as among 611 real ones.
struct MadeOrganisation {
    let name: String
    /// Where it is at home, as a number of `Phrases.areas`.
    let area: Int
    /// What a quarter of its adverts begin with.
    let opening: [Int]

    /// From 0, the largest.
    static func rank(_ chance: inout Chance) -> Int {
        // A Pareto distribution moved by 19: chosen so that ten have 19 %, and 2,435 adverts about 650 organisations.
        min(Int(19 * (pow(1 - chance.unit(), -2) - 1)), 10_000_000)
    }

    init(rank: Int, seed: UInt64, phrases: Phrases) {
        var chance = Chance(seed: seed, number: rank, purpose: 1)
        area = chance.below(phrases.areas.count)
        let town = phrases.areas[area].town
        let kind = Self.kinds[chance.below(Self.kinds.count, skew: 1.3)]
        let own = String(decoding: CoinedWord.spelled(rank), as: UTF8.self).capitalized
        switch chance.below(10) {
        case 0: name = "Friends of \(own) \(kind)"
        case 1, 2: name = "\(own) \(kind)"
        case 3: name = "\(town) and District \(kind)"
        default: name = "\(town) \(kind)"
        }
        opening = (0..<12).map { _ in chance.below(phrases.sentences.count) }
    }

    private static let kinds = [
        "Community Centre", "Food Bank", "Hospice", "Wildlife Trust", "Volunteer Centre", "Carers", "Youth Club",
        "Museum", "Befriending Service", "Parish Council", "Scouts", "Age Concern", "Library", "Citizens Advice",
        "Animal Rescue", "Community Garden", "Heritage Society", "Mind", "Women’s Aid", "Sports Club",
        "Refugee Support",
        "Theatre", "City Farm", "Samaritans", "Church", "Mosque", "Primary School", "Credit Union", "Railway",
        "Hospital",
        "Lifeboat", "Allotments", "Arts Festival", "Repair Café", "Canoe Club", "Choir", "Housing Trust",
        "Nature Reserve",
        "Toy Library", "Deaf Society",
    ]
}
