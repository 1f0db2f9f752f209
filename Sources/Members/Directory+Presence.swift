import GRDB
package import Storage

extension Directory {
    /// How many members took part in these days, so that a page can say: one of at least so many could have asked.
    package func tookPart(from first: Day, to last: Day) async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(DISTINCT member) FROM presence WHERE week BETWEEN ? AND ?",
                arguments: [Week(containing: first).number, Week(containing: last).number]) ?? 0
        }
    }

    /// Notes that a member was here this week: at their first page, whatever the client, asked or not, so that the
    /// row says nothing more.
    static func notePresence(of member: PersonID, on day: Day, _ db: Database) throws {
        let week = Week(containing: day).number
        let isNoted = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM presence WHERE member = ? AND week = ?)", arguments: [member, week])
        guard isNoted == false else { return }
        try db.execute(sql: "INSERT INTO presence (member, week) VALUES (?, ?)", arguments: [member, week])
    }
}
