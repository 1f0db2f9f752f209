import GRDB

/// Adverts that were looked at together, under the lowest of their numbers, whether or not they became a card.
///
/// An advert can keep two others apart that are on no card with it. So when one changes, all that were looked at with it
/// are looked at again: what comes out follows from the adverts as they are, whatever they were before.
struct CardKin {
    let db: Database

    func has(_ number: Int) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM card_kin WHERE opportunity = ?)"),
            arguments: [number]) ?? false
    }

    /// Itself too; none where it stood alone.
    func all(of number: Int) throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(
                sql: "SELECT opportunity FROM card_kin WHERE kin = (SELECT kin FROM card_kin WHERE opportunity = ?)"),
            arguments: [number])
    }

    /// - Parameter lots: of `numbers`; one of one alone is not kept.
    func keep(_ lots: [[Int]], of numbers: [Int]) throws {
        var kin: [Int: Int] = [:]
        for lot in lots where lot.count > 1 {
            let first = lot.min() ?? 0
            for number in lot { kin[number] = first }
        }
        for number in numbers.sorted() {
            let kept = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT kin FROM card_kin WHERE opportunity = ?"), arguments: [number])
            if kept == kin[number] { continue }
            try db.cachedStatement(sql: "DELETE FROM card_kin WHERE opportunity = ?").execute(arguments: [number])
            guard let first = kin[number] else { continue }
            try db.cachedStatement(sql: "INSERT INTO card_kin VALUES (?, ?)").execute(arguments: [number, first])
        }
    }
}
