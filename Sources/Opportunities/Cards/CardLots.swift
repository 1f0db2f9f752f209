/// Adverts, and which of them reach one another by sameness.
struct CardLots {
    private(set) var adverts: [AdvertTraits] = []
    private var bonds: [Int: [Int]] = [:]

    mutating func add(_ advert: AdvertTraits) { adverts.append(advert) }

    mutating func bind(_ one: Int, _ other: Int) {
        bonds[one, default: []].append(other)
        bonds[other, default: []].append(one)
    }

    /// Each lot of those that reach one another; one that reaches nobody is a lot of its own.
    var all: [[AdvertTraits]] {
        var lots: [[AdvertTraits]] = []
        var placed: Set<Int> = []
        let known = Dictionary(adverts.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for advert in adverts where placed.insert(advert.number).inserted {
            var lot = [advert]
            var place = 0
            while place < lot.count {
                for other in bonds[lot[place].number] ?? [] {
                    if let other = known[other], placed.insert(other.number).inserted { lot.append(other) }
                }
                place += 1
            }
            lots.append(lot)
        }
        return lots
    }
}
