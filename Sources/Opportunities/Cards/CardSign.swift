/// What stands beside an advert's keys, so that most of those that share one are passed over without being read.
///
/// In 64 bits, from the lowest: 14 for the latitude and 14 for the longitude of its first place, 20 for a number of its
/// organisation's words, 16 for one of its source's name.
struct CardSign: Equatable, Sendable {
    let kept: Int64

    init(kept: Int64) { self.kept = kept }

    init(source: String, organisation: Set<String>, at place: Coordinate?) {
        // Steps of about a mile and a half; 0 where there is none.
        let north = place.map { UInt64(($0.latitude + 90) * 48) + 1 } ?? 0
        let east = place.map { UInt64(($0.longitude + 180) * 32) + 1 } ?? 0
        let organisation = organisation.isEmpty ? 0 : Self.number(organisation.sorted(), below: (1 << 20) - 1) + 1
        let bits = north | east << 14 | organisation << 28 | Self.number([source], below: 1 << 16) << 48
        kept = Int64(bitPattern: bits)
    }

    private static func number(_ words: [String], below end: UInt64) -> UInt64 {
        var hash = StableHash()
        for word in words { hash.add(word) }
        return (hash.value ^ (hash.value >> 32)) % end
    }

    private func part(from bit: Int, _ count: Int) -> Int {
        Int(truncatingIfNeeded: UInt64(bitPattern: kept) >> UInt64(bit) & (1 << UInt64(count) - 1))
    }
    private var north: Int { part(from: 0, 14) }
    private var east: Int { part(from: 14, 14) }
    private var organisation: Int { part(from: 28, 20) }
    private var source: Int { part(from: 48, 16) }

    /// Whether `Comparison` could call two adverts one that share a key of some kind.
    ///
    /// In one source only those of one organisation are, and those of two that have one title or text at one place; but
    /// for one link.
    func mayBeOne(with other: CardSign, sharing kind: CardKeys.Kind) -> Bool {
        if source != other.source || kind == .link { return true }
        if organisation == 0 || other.organisation == 0 { return false }
        if organisation == other.organisation { return true }
        switch kind {
        case .titleInCode: return true
        case .title, .titleAndText, .text: return abs(north - other.north) <= 2 && abs(east - other.east) <= 2
        case .link, .titleAlone: return false
        }
    }
}
