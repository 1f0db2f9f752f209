/// What stands beside an advert's keys, so that most of those that share one are passed over without being read.
struct CardSign: Equatable, Sendable {
    /// A number for the source's name.
    private let source: UInt32
    /// A number for the organisation's words; 0 where none is named.
    private let organisation: UInt32

    init(source: String, organisation: Set<String>) {
        self.source = Self.number([source])
        self.organisation = organisation.isEmpty ? 0 : Self.number(organisation.sorted())
    }

    private static func number(_ words: [String]) -> UInt32 {
        var hash = StableHash()
        for word in words { hash.add(word) }
        return UInt32(truncatingIfNeeded: hash.value ^ (hash.value >> 32))
    }

    /// Two adverts of one source are one opportunity only where both name one organisation, but for those with one link:
    /// see `Comparison.verdict`.
    func mayBeOne(with other: CardSign) -> Bool {
        source != other.source || (organisation != 0 && organisation == other.organisation)
    }

    init(_ kept: Int64) {
        let bits = UInt64(bitPattern: kept)
        source = UInt32(truncatingIfNeeded: bits >> 32)
        organisation = UInt32(truncatingIfNeeded: bits)
    }

    var kept: Int64 { Int64(bitPattern: UInt64(source) << 32 | UInt64(organisation)) }
}
