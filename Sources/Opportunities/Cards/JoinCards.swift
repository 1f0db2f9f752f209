import GRDB
import Storage

extension Catalogue {
    /// Looks through what is new or has changed for what is the same opportunity, in transactions so short that nobody
    /// else who writes waits for long.
    ///
    /// What it ends in follows from the adverts alone: stopped at any moment, it goes on where it was.
    package func joinCards() async throws {
        while try await file.write({ db in try CardJoining(db, places).key(2_000) }) { try Task.checkCancellation() }
        while try await joinSome() { try Task.checkCancellation() }
    }

    private func joinSome() async throws -> Bool {
        try await file.write { db in
            var joining = CardJoining(db, places)
            return try joining.join(500)
        }
    }
}

/// One step of it, in one transaction.
struct CardJoining {
    let db: Database
    let places: Places
    private var known: [Int: AdvertTraits] = [:]

    /// A key that more adverts have says nothing: "Volunteer" in a city, an opening that stands on everything an
    /// organisation writes. So no advert is ever compared with more than forty by a key.
    private static let mostOfKey = 40
    /// Adverts looked at around one.
    private static let mostAround = 64

    init(_ db: Database, _ places: Places) {
        self.db = db
        self.places = places
    }

    /// Keys first, of everything: how many share one has to be known before any are compared.
    /// - Returns: whether there may be more.
    func key(_ most: Int) throws -> Bool {
        let numbers = try numbers(in: "card_unkeyed", most)
        var rows: [(key: Int64, number: Int)] = []
        for number in numbers {
            try db.cachedStatement(sql: "DELETE FROM card_key WHERE opportunity = ?").execute(arguments: [number])
            rows += try CardKeys(number, in: db)?.own.map { ($0, number) } ?? []
            try db.cachedStatement(sql: "DELETE FROM card_due WHERE opportunity = ?").execute(arguments: [number])
            try db.cachedStatement(sql: "INSERT INTO card_due VALUES (?)").execute(arguments: [number])
            try db.cachedStatement(sql: "DELETE FROM card_unkeyed WHERE opportunity = ?").execute(arguments: [number])
        }
        // In their order, so that each page of the table is touched once.
        for row in rows.sorted(by: { ($0.key, $0.number) < ($1.key, $1.number) }) {
            try db.cachedStatement(sql: "INSERT INTO card_key VALUES (?, ?)").execute(arguments: [row.key, row.number])
        }
        return numbers.count == most
    }

    /// - Returns: whether there may be more.
    mutating func join(_ most: Int) throws -> Bool {
        let numbers = try numbers(in: "card_due", most)
        try join(numbers)
        return numbers.count == most
    }

    mutating func join(_ numbers: [Int]) throws {
        var seen: Set<Int> = []
        for number in numbers where !seen.contains(number) { try join(around: number, &seen) }
        for number in seen.union(numbers).sorted() {
            try db.cachedStatement(sql: "DELETE FROM card_due WHERE opportunity = ?").execute(arguments: [number])
        }
    }

    /// Makes the cards of one advert, of those it was on a card with, and of everything they reach by sameness.
    private mutating func join(around number: Int, _ seen: inout Set<Int>) throws {
        let former = try mates(of: number)
        var group: [AdvertTraits] = []
        var reached = Set([number] + former)
        var waiting = reached.sorted()
        var place = 0
        while place < waiting.count, group.count < Self.mostAround {
            let next = waiting[place]
            place += 1
            seen.insert(next)
            guard let traits = try traits(of: next) else { continue }
            group.append(traits)
            for other in try others(sharing: next) where !reached.contains(other) {
                guard let traits = try self.traits(of: other),
                    Comparison(traits, group[group.count - 1]).verdict == .same
                else { continue }
                reached.insert(other)
                waiting.append(other)
                for mate in try mates(of: other) where reached.insert(mate).inserted { waiting.append(mate) }
            }
        }
        if reached.count == 1 { return }
        let parted = try Partings(of: group, in: db)
        var cards = CardGroup(group, parted: parted.isParted)
        try keep(cards.cards(), of: reached)
    }

    /// Everything on its card, itself too.
    private func mates(of number: Int) throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(
                sql: "SELECT opportunity FROM card WHERE card = (SELECT card FROM card WHERE opportunity = ?)"),
            arguments: [number])
    }

    private func others(sharing number: Int) throws -> [Int] {
        var others: Set<Int> = []
        for key in try CardKeys(number, in: db)?.wanted ?? [] {
            let statement = try db.cachedStatement(sql: "SELECT opportunity FROM card_key WHERE key = ? LIMIT ?")
            let found = try Int.fetchAll(statement, arguments: [key, Self.mostOfKey + 1])
            if found.count <= Self.mostOfKey { others.formUnion(found) }
        }
        others.remove(number)
        return others.sorted()
    }

    private mutating func traits(of number: Int) throws -> AdvertTraits? {
        if let traits = known[number] { return traits }
        let traits = try AdvertTraits(number, places: places, in: db)
        known[number] = traits
        return traits
    }

    private func numbers(in table: String, _ most: Int) throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT opportunity FROM \(table) ORDER BY opportunity LIMIT ?", arguments: [most])
    }

    /// Writes what is not yet so.
    private func keep(_ cards: [[CardGroup.Joined]], of numbers: Set<Int>) throws {
        var rows: [Int: [DatabaseValue]] = [:]
        for card in cards {
            let first = card.map(\.number).min() ?? 0
            for one in card {
                rows[one.number] = [
                    one.number.databaseValue, first.databaseValue, one.likened.databaseValue, one.reason.databaseValue,
                ]
            }
        }
        for number in numbers.union(rows.keys).sorted() {
            let kept = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT opportunity, card, likened, reason FROM card WHERE opportunity = ?"),
                arguments: [number])
            if kept.map({ Array($0.databaseValues) }) == rows[number] { continue }
            try db.cachedStatement(sql: "DELETE FROM card WHERE opportunity = ?").execute(arguments: [number])
            guard let row = rows[number] else { continue }
            try db.cachedStatement(sql: "INSERT INTO card VALUES (?, ?, ?, ?)").execute(
                arguments: StatementArguments(row))
        }
    }
}
