import GRDB

/// Adverts that were read to be compared, within one look at the file.
final class ReadAdverts {
    let db: Database
    private let places: Places
    private var traits: [Int: AdvertTraits?] = [:]
    private var wordings: [Int: Wording] = [:]
    private var sharers: [Int64: [Sharer]] = [:]

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

    /// Those that are the same as no other.
    func alone(among numbers: ArraySlice<Int>) throws -> Set<Int> {
        let keys = try numbers.map { number in (number, try CardKeys(number, in: db)) }
        // In their order, so that each page of the table is read once for all.
        for key in Set(keys.flatMap { $0.1?.wanted.map(\.key) ?? [] }).sorted() { _ = try sharers(of: key) }
        return Set(try keys.filter { number, keys in try !hasSame(number, keys) }.map(\.0))
    }

    private func hasSame(_ number: Int, _ keys: CardKeys?) throws -> Bool {
        guard let keys else { return false }
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
        var others: Set<Int> = []
        for wanted in keys.wanted {
            for one in try sharers(of: wanted.key)
            where keys.sign.mayBeOne(with: one.sign, sharing: wanted.kind) {
                others.insert(one.number)
            }
        }
        others.remove(number)
        return others.sorted()
    }

    private struct Sharer {
        let number: Int
        let sign: CardSign
    }

    /// Who has a key; nobody where it says nothing.
    private func sharers(of key: Int64) throws -> [Sharer] {
        if let known = sharers[key] { return known }
        var found: [Sharer] = []
        let statement = try RowStatement(db, "SELECT opportunity, sign FROM card_key WHERE key = ? LIMIT ?")
        try statement.each {
            $0.add(key)
            $0.add(Self.mostOfKey + 1)
        } _: { row in
            found.append(Sharer(number: Int(row.number(0)), sign: CardSign(kept: row.number(1))))
        }
        if found.count > Self.mostOfKey { found = [] }
        sharers[key] = found
        return found
    }
}
