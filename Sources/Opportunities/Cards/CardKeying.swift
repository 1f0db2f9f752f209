import GRDB

/// Keys of adverts that are new or have changed.
struct CardKeying: Sendable {
    let numbers: [Int]
    private var rows: [Row]
    /// The last change of any advert by then; nil where they were not all seen at one moment.
    let change: Int?

    /// Adverts in one transaction. Their keys lie anywhere in the table, so each of its pages is written once for all of
    /// them: with 2,000 a million adverts would write sixteen gigabytes. So many take half a second.
    static let most = 50_000
    /// The same, where all has to be found out within it.
    static let mostWithin = 2_000

    private struct Row: Hashable, Comparable {
        let key: Int64
        let number: Int
        let sign: Int64

        static func < (left: Row, right: Row) -> Bool { (left.key, left.number) < (right.key, right.number) }
    }

    init(of numbers: ArraySlice<Int>, in db: Database) throws {
        self.numbers = Array(numbers)
        rows = []
        for number in numbers {
            guard let keys = try CardKeys(number, in: db) else { continue }
            for key in keys.own { rows.append(Row(key: key, number: number, sign: keys.sign.kept)) }
        }
        rows.sort()
        change = try OrderOfChanges.last(in: db)
    }

    init(_ first: CardKeying, _ second: CardKeying) {
        numbers = first.numbers + second.numbers
        rows = (first.rows + second.rows).sorted()
        change = first.change == second.change ? first.change : nil
    }

    func keep(in db: Database) throws {
        let due = try RowStatement(db, CardTables.makeDue)
        let keyed = try RowStatement(db, "DELETE FROM card_unkeyed WHERE opportunity = ?")
        for number in numbers {
            try due.run { $0.add(number) }
            try keyed.run { $0.add(number) }
        }
        // Most of what changes keeps its keys, each of which lies on a page of its own.
        let former = try formerRows(db)
        var lost: [Int64: Int] = [:]
        let delete = try RowStatement(db, "DELETE FROM card_key WHERE key = ? AND opportunity = ?")
        for row in former.subtracting(rows).sorted() {
            try delete.run {
                $0.add(row.key)
                $0.add(row.number)
            }
            lost[row.key, default: 0] += 1
        }
        let added = former.isEmpty ? rows : rows.filter { !former.contains($0) }
        let insert = try RowStatement(db, "INSERT INTO card_key (key, opportunity, sign) VALUES (?, ?, ?)")
        let crowd = try KeyCrowd(db)
        // In their order, so that each page of the table is touched once.
        var place = 0
        while place < added.count {
            let key = added[place].key
            let start = place
            while place < added.count, added[place].key == key {
                let row = added[place]
                try insert.run {
                    $0.add(row.key)
                    $0.add(row.number)
                    $0.add(row.sign)
                }
                place += 1
            }
            try crowd.note(key, added: place - start, lost: lost.removeValue(forKey: key) ?? 0)
        }
        for key in lost.keys.sorted() { try crowd.note(key, added: 0, lost: lost[key] ?? 0) }
    }

    /// What stands in the table for these adverts. All rows of an advert have one sign.
    private func formerRows(_ db: Database) throws -> Set<Row> {
        var rows: Set<Row> = []
        let former = try RowStatement(db, "SELECT key FROM card_key WHERE opportunity = ?")
        let signs = try RowStatement(db, "SELECT sign FROM card_key WHERE key = ? AND opportunity = ?")
        for number in numbers {
            var keys: [Int64] = []
            try former.each {
                $0.add(number)
            } _: { row in
                keys.append(row.number(0))
            }
            guard let first = keys.first else { continue }
            try signs.each {
                $0.add(first)
                $0.add(number)
            } _: { row in
                let sign = row.number(0)
                for key in keys { rows.insert(Row(key: key, number: number, sign: sign)) }
            }
        }
        return rows
    }
}

/// How many share a key, and whether that has come to say something else.
private struct KeyCrowd {
    private let count: RowStatement
    private let dues: RowStatement

    init(_ db: Database) throws {
        count = try RowStatement(db, "SELECT count(*) FROM (SELECT 1 FROM card_key WHERE key = ? LIMIT ?)")
        dues = try RowStatement(
            db,
            """
            INSERT INTO card_due SELECT opportunity FROM card_key AS kept
            WHERE key = ? AND NOT EXISTS (SELECT 1 FROM card_due WHERE opportunity = kept.opportunity)
            """)
    }

    /// A key that said something and now says nothing, or the other way round, has everybody looked at again who has it:
    /// else it would matter who came first.
    func note(_ key: Int64, added: Int, lost: Int) throws {
        let most = ReadAdverts.mostOfKey
        // As far as it has to be counted to know what there was before.
        var now = 0
        try count.each {
            $0.add(key)
            $0.add(most + 1 + added)
        } _: { row in
            now = Int(row.number(0))
        }
        guard (now > most) != (now - added + lost > most) else { return }
        try dues.run { $0.add(key) }
    }
}
