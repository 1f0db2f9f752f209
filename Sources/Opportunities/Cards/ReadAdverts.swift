import GRDB

/// Adverts that were read to be compared, within one look at the file.
final class ReadAdverts {
    let db: Database
    private let places: Places
    private var traits: [Int: AdvertTraits?] = [:]
    private var wordings: [Int: Wording] = [:]

    init(_ db: Database, _ places: Places) {
        self.db = db
        self.places = places
    }

    /// Nil where the advert is gone or withdrawn.
    func traits(of number: Int) throws -> AdvertTraits? {
        if let known = traits[number] { return known }
        let read = try AdvertTraits(number, places: places, in: db)
        traits[number] = .some(read)
        return read
    }

    /// - Parameter isWhole: with their texts, whatever these have to decide.
    func comparison(_ one: AdvertTraits, _ other: AdvertTraits, isWhole: Bool = false) throws -> Comparison {
        try Comparison(one, other, isWhole: isWhole, wording: wording(of:))
    }

    private func wording(of number: Int) throws -> Wording {
        if let known = wordings[number] { return known }
        let statement = try db.cachedStatement(sql: "SELECT description FROM opportunity WHERE number = ?")
        let wording = Wording(try String.fetchOne(statement, arguments: [number]) ?? "")
        wordings[number] = wording
        return wording
    }

    /// The adverts that share a key with one and are the same as it, in the order of their numbers.
    func same(as advert: AdvertTraits) throws -> [Int] {
        guard let keys = try CardKeys(advert.number, in: db) else { return [] }
        return try others(sharing: keys, with: advert.number).filter { other in
            guard let other = try traits(of: other) else { return false }
            return try comparison(other, advert).verdict == .same
        }
    }

    /// Whether there are any.
    func hasSame(_ number: Int) throws -> Bool {
        guard let keys = try CardKeys(number, in: db) else { return false }
        let others = try others(sharing: keys, with: number)
        guard !others.isEmpty, let advert = try traits(of: number) else { return false }
        return try others.contains { other in
            try traits(of: other).map { try comparison($0, advert).verdict == .same } ?? false
        }
    }

    /// A key that more adverts have says nothing: "Volunteer" in a city, an opening that stands on everything an
    /// organisation writes. So no advert is ever compared with more than forty by a key.
    static let mostOfKey = 40

    private func others(sharing keys: CardKeys, with number: Int) throws -> [Int] {
        let statement = try db.cachedStatement(sql: "SELECT opportunity, sign FROM card_key WHERE key = ? LIMIT ?")
        var others: Set<Int> = []
        for wanted in keys.wanted {
            let rows = try Row.fetchCursor(statement, arguments: [wanted.key, Self.mostOfKey + 1])
            var found: [Int] = []
            var count = 0
            while let row = try rows.next() {
                count += 1
                if keys.sign.mayBeOne(with: CardSign(kept: row[1]), sharing: wanted.kind) { found.append(row[0]) }
            }
            if count <= Self.mostOfKey { others.formUnion(found) }
        }
        others.remove(number)
        return others.sorted()
    }
}
