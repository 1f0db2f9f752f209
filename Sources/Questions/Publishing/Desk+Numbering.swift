import GRDB
import Storage

extension Desk {
    /// A number for a question that is published in this month: by chance within the month, so that the numbers of two
    /// questions do not tell which came first.
    ///
    /// Numbers that rise from batch to batch would give back the day that the month hides: in the linkage attack with
    /// 50 members they name the asker about as often as the day does. Still a whole month's numbers lie close together,
    /// because FTS5 keeps distances: numbers spread over 63 bits make its index 3.4 times larger.
    static func freeNumber(in month: Month, _ world: World, _ db: Database) throws -> Int64 {
        let first = Int64(month.firstDay.number) << 20
        while true {
            let number = world.randomBytes(3).reduce(0) { $0 << 8 | Int64($1) } & 0xF_FFFF | first
            let isTaken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM published WHERE number = ?)", arguments: [number])
            if isTaken == false { return number }
        }
    }
}
