import GRDB
import Storage

extension Desk {
    /// At a batch: gives each question that came, or was worded anew, the lot of the open question it is most like, or
    /// a lot of its own. They are taken in the order of their random names, which says nothing of when they came.
    static func sortIntoLots(_ world: World, _ db: Database) throws {
        let isOneNew = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM question WHERE decided IS NULL
                    AND NOT EXISTS (SELECT 1 FROM alike WHERE alike.question = question.id))
                """)
        guard isOneNew == true else { return }
        let open = try Row.fetchAll(
            db,
            sql: """
                SELECT id, text, lot FROM question LEFT JOIN alike ON alike.question = question.id
                WHERE decided IS NULL ORDER BY id
                """)
        var likeness = Likeness()
        for row in open {
            if let lot = row["lot"] as ID<Lot>? { likeness.add(row["text"], lot) }
        }
        for row in open where (row["lot"] as ID<Lot>?) == nil {
            let lot = likeness.lot(like: row["text"]) ?? world.id()
            likeness.add(row["text"], lot)
            try db.execute(
                sql: "INSERT INTO alike (question, lot) VALUES (?, ?)", arguments: [row["id"] as ID<Question>, lot])
        }
    }
}
