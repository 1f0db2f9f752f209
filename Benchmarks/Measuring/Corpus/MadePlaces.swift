extension MadePlace {
    /// 6 % of what is not from home has no place, 0.5 % of all coordinates are wrong, one in ten is at several places.
    static func drawn(
        _ chance: inout Chance, _ areas: [Phrases.Area], home: Int, isRemote: Bool
    ) -> [MadePlace] {
        if isRemote, !chance.happens(0.1) { return [] }
        guard !chance.happens(0.06) else { return [] }
        let count = chance.happens(0.1) ? 2 + chance.below(12, skew: 2) : 1
        return (0..<count).map { _ in
            let area = areas[chance.happens(0.7) && count == 1 ? home : chance.below(areas.count)]
            let actual = chance.happens(0.005) ? chance.one(of: areas) : area
            let address =
                "\(1 + chance.below(180, skew: 1.5)) \(chance.one(of: streets)), \(area.town), \(area.code) \(1 + chance.below(9))\(chance.one(of: ["AB", "DG", "HX", "QT", "RL", "UW"]))"
            return MadePlace(
                address: address, surroundings: actual.surroundings,
                latitude: actual.latitude + (chance.unit() - 0.5) * 0.04,
                longitude: actual.longitude + (chance.unit() - 0.5) * 0.06)
        }
    }

    private static let streets = [
        "High Street", "Church Road", "Station Road", "Mill Lane", "Victoria Street", "Park Avenue", "London Road",
        "The Green", "Queen’s Road", "Market Place", "School Lane", "Manor Close",
    ]
}

extension MadeSession {
    /// 6 % have none, 80 % one, the others a tail of up to 1,000.
    ///
    /// What goes on and on has one long session, or one each week.
    static func drawn(_ chance: inout Chance, isOngoing: Bool, starts: Int) -> [MadeSession] {
        let kind = chance.unit()
        if kind < 0.06 { return [] }
        let from = 8 + chance.below(11)
        if kind < 0.86 {
            let length = isOngoing ? 30 + chance.below(400) : 0
            return [MadeSession(firstDay: starts, lastDay: starts + length, from: from, to: from + 1 + chance.below(4))]
        }
        // Pareto's tail: half of them have three or fewer.
        let count = min(Int(2 / (1 - chance.unit())), isOngoing ? 1_000 : 20)
        return (0..<count).map {
            MadeSession(firstDay: starts + $0 * 7, lastDay: starts + $0 * 7, from: from, to: from + 2)
        }
    }
}
