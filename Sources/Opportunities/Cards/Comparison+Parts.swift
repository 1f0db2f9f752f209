import Storage

extension Comparison {
    /// What only one of the titles says counts unless its organisation or place says it too.
    static func titles(_ one: AdvertTraits, _ other: AdvertTraits) -> (Titles, told: Int) {
        let (first, second) = (
            one.title.subtracting(AdvertWords.saysNothing), other.title.subtracting(AdvertWords.saysNothing)
        )
        let told = first.intersection(second).count
        if told == 0 { return (first.isEmpty && second.isEmpty ? .same : .other, 0) }
        let known = one.organisation.union(other.organisation).union(one.placeWords).union(other.placeWords)
        let (more, otherMore) = (first.subtracting(second), second.subtracting(first))
        if more.union(otherMore).isSubset(of: known) { return (.same, told) }
        return (more.isEmpty || otherMore.isEmpty ? .part : .other, told)
    }

    static func organisations(_ one: Set<String>, _ other: Set<String>) -> Agreement {
        if one.isEmpty || other.isEmpty { return .unknown }
        if one == other { return .agree }
        return one.isSubset(of: other) || other.isSubset(of: one) ? .near : .differ
    }

    /// By the two places that agree best.
    static func places(_ one: AdvertTraits, _ other: AdvertTraits) -> Agreement {
        if one.isRemote, other.isRemote { return .agree }
        if one.places.isEmpty || other.places.isEmpty { return .unknown }
        let all = one.places.flatMap { place in other.places.map { agreement(place, $0) } }
        return [.agree, .near, .unknown].first(where: all.contains) ?? .differ
    }

    /// A mile for two addresses; an outward code tells more than a distance that was measured from its middle.
    private static func agreement(
        _ one: AdvertTraits.Spot, _ other: AdvertTraits.Spot
    ) -> Agreement {
        guard let first = one.coordinate, let second = other.coordinate else { return .unknown }
        let miles = first.miles(to: second)
        if let code = one.code, let otherCode = other.code {
            if code != otherCode { return miles <= 0.5 ? .agree : .differ }
            guard let postcode = one.postcode, let otherPostcode = other.postcode, postcode != otherPostcode else {
                return .agree
            }
            return miles < 0.15 ? .agree : .near
        }
        if miles <= 1 { return .agree }
        return miles <= (one.isOfCode || other.isOfCode ? 6 : 1.5) ? .near : .differ
    }

    static func times(_ one: AdvertTraits.Occasions, _ other: AdvertTraits.Occasions) -> Times {
        if one.days.isEmpty || other.days.isEmpty { return one.days == other.days ? .agree : .unknown }
        if one.first == other.first, one.last == other.last { return .exact }
        if !one.days.isDisjoint(with: other.days) { return .agree }
        // Two first days and nothing more: two events as likely as one role that boards date by when they had it.
        if one.last == nil, other.last == nil { return .differ }
        return isWithin(one) || isWithin(other) || isOver(one, before: other) || isOver(other, before: one)
            ? .differ : .unknown
    }

    /// An occasion, and no season.
    private static func isWithin(_ time: AdvertTraits.Occasions) -> Bool {
        guard let first = time.first, let last = time.last else { return false }
        return last.number - first.number <= 7
    }

    private static func isOver(_ one: AdvertTraits.Occasions, before other: AdvertTraits.Occasions) -> Bool {
        guard let last = one.last, let first = other.first else { return false }
        return last < first
    }
}
