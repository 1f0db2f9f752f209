/// Adverts that reach one another by sameness, and how they fall into cards.
///
/// Two cards become one from the strongest sameness down, and only while nothing in the one differs from anything in the
/// other: so A, B and C are no card where A differs from C, whatever B is like. What fits two that differ, and neither
/// clearly better, fits neither.
struct CardGroup {
    /// In the order of `AdvertTraits.isBefore`.
    private let adverts: [AdvertTraits]
    private var compared: [[Comparison?]]
    private let read: ReadAdverts
    private let parted: (AdvertTraits, AdvertTraits) -> Bool

    /// What makes one card: a provider's twenty-fourth copy stays outside.
    private static let most = 24

    struct Joined: Equatable {
        let number: Int
        /// The one of the same card it is most like.
        let likened: Int
        let reason: String
    }

    init(_ adverts: [AdvertTraits], _ read: ReadAdverts, parted: @escaping (AdvertTraits, AdvertTraits) -> Bool) {
        self.adverts = adverts.sorted(by: AdvertTraits.isBefore)
        compared = Array(repeating: Array(repeating: nil, count: adverts.count), count: adverts.count)
        self.read = read
        self.parted = parted
    }

    private struct Bond {
        let one: Int
        let other: Int
        let strength: Double
    }

    /// Each card with more than one advert.
    mutating func cards() throws -> [[Joined]] {
        var cards: [[Int]] = adverts.indices.map { [$0] }
        for bond in try bonds() {
            guard let first = cards.firstIndex(where: { $0.contains(bond.one) }),
                let second = cards.firstIndex(where: { $0.contains(bond.other) }), first != second,
                cards[first].count + cards[second].count <= Self.most
            else { continue }
            let differs = try cards[first].contains { one in try cards[second].contains { try isDifferent(one, $0) } }
            if differs { continue }
            cards[min(first, second)] += cards[max(first, second)]
            cards.remove(at: max(first, second))
        }
        return try cards.filter { $0.count > 1 }.map { card in try card.map { try joined($0, to: card) } }
    }

    /// The strongest first; without those of an advert that fits two alike.
    private mutating func bonds() throws -> [Bond] {
        var bonds: [Bond] = []
        for one in adverts.indices {
            for other in adverts.indices where other > one {
                let comparison = try comparison(one, other)
                guard comparison.verdict == .same, try !isDifferent(one, other) else { continue }
                bonds.append(Bond(one: one, other: other, strength: comparison.strength))
            }
        }
        bonds.sort { ($1.strength, $0.one, $0.other) < ($0.strength, $1.one, $1.other) }
        var torn: Set<Int> = []
        for advert in adverts.indices where try isTorn(advert, by: bonds) { torn.insert(advert) }
        return bonds.filter { !torn.contains($0.one) && !torn.contains($0.other) }
    }

    /// What a second may be weaker by and still be as likely.
    private static let doubt = 0.1

    private mutating func isTorn(_ advert: Int, by bonds: [Bond]) throws -> Bool {
        let own = bonds.filter { $0.one == advert || $0.other == advert }
        guard let best = own.first else { return false }
        let partner = best.one == advert ? best.other : best.one
        for bond in own.dropFirst() where best.strength - bond.strength < Self.doubt {
            if try isDifferent(partner, bond.one == advert ? bond.other : bond.one) { return true }
        }
        return false
    }

    private func joined(_ advert: Int, to card: [Int]) throws -> Joined {
        var best: (other: Int, comparison: Comparison)?
        for other in card where other != advert {
            let (first, second) = (min(advert, other), max(advert, other))
            let comparison = try read.comparison(adverts[first], adverts[second], isWhole: true)
            if comparison.strength > best?.comparison.strength ?? -1 { best = (other, comparison) }
        }
        return Joined(
            number: adverts[advert].number, likened: adverts[best?.other ?? advert].number,
            reason: best?.comparison.reason ?? "")
    }

    private mutating func isDifferent(_ one: Int, _ other: Int) throws -> Bool {
        try comparison(one, other).verdict == .different || parted(adverts[one], adverts[other])
    }

    private mutating func comparison(_ one: Int, _ other: Int) throws -> Comparison {
        let (one, other) = (min(one, other), max(one, other))
        if let known = compared[one][other] { return known }
        let comparison = try read.comparison(adverts[one], adverts[other])
        compared[one][other] = comparison
        return comparison
    }
}
