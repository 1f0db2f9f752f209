import GRDB
import Storage

/// One step of joining, in one transaction.
struct CardJoining {
    private let db: Database
    private let read: ReadAdverts
    private let kin: CardKin

    /// More adverts than this that reach one another say nothing: a role that stands on everything its provider writes.
    private static let mostAround = 64

    init(_ db: Database, _ places: Places) {
        self.db = db
        read = ReadAdverts(db, places)
        kin = CardKin(db: db)
    }

    /// - Parameter alone: those known to be like no other.
    func join(_ numbers: [Int], alone: Set<Int> = []) throws {
        var seen: Set<Int> = []
        var bereft: Set<Int> = []
        for number in numbers where !seen.contains(number) {
            if try alone.contains(number) && !kin.has(number) { continue }
            try join(around: number, &seen, &bereft)
        }
        let done = try db.cachedStatement(sql: "DELETE FROM card_due WHERE opportunity = ?")
        for number in seen.union(numbers).subtracting(bereft).sorted() { try done.execute(arguments: [number]) }
        let due = try db.cachedStatement(sql: CardTables.makeDue)
        for number in bereft.subtracting(seen).sorted() { try due.execute(arguments: [number]) }
    }

    /// Makes the cards of one advert, of those it was looked at with before, and of everything they reach by sameness.
    /// - Parameter bereft: those that were on a card of which the rest is on none any more.
    private func join(around number: Int, _ seen: inout Set<Int>, _ bereft: inout Set<Int>) throws {
        var reached = Set([number] + (try kin.all(of: number)))
        var waiting = reached.sorted()
        var lots = CardLots()
        var place = 0
        while place < waiting.count, lots.adverts.count <= Self.mostAround {
            let next = waiting[place]
            place += 1
            seen.insert(next)
            guard let advert = try read.traits(of: next) else { continue }
            lots.add(advert)
            for other in try read.same(as: advert) {
                lots.bind(next, other)
                guard reached.insert(other).inserted else { continue }
                waiting.append(other)
                for one in try kin.all(of: other) where reached.insert(one).inserted { waiting.append(one) }
            }
        }
        if reached.count == 1 { return try keep([], of: waiting) }
        let handled = Array(waiting.prefix(place))
        if lots.adverts.count > Self.mostAround {
            bereft.formUnion(try CardMates(of: handled, in: db).all.filter { !handled.contains($0) })
            try keep([], of: handled)
            return try kin.keep([handled], of: handled)
        }
        var cards: [[CardGroup.Joined]] = []
        let all = lots.all
        for lot in all where lot.count > 1 {
            let parted = try Partings(of: lot, in: db)
            var group = CardGroup(lot, read, parted: parted.isParted)
            cards += try group.cards()
        }
        try keep(cards, of: handled)
        try kin.keep(all.map { $0.map(\.number) }, of: handled)
    }

    /// Writes what is not yet so.
    private func keep(_ cards: [[CardGroup.Joined]], of numbers: [Int]) throws {
        var rows: [Int: [DatabaseValue]] = [:]
        for card in cards {
            let first = card.map(\.number).min() ?? 0
            for one in card {
                rows[one.number] = [
                    one.number.databaseValue, first.databaseValue, one.likened.databaseValue, one.reason.databaseValue,
                ]
            }
        }
        for number in numbers.sorted() {
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
