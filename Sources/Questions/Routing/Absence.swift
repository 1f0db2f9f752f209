import GRDB
package import Storage

/// Days on which an expert does not answer. The reason is theirs and nowhere written down.
package struct Absence: Sendable, Equatable {
    package let first: Day
    package let last: Day

    func holds(_ day: Day) -> Bool { first <= day && day <= last }

    /// Checks what was typed.
    /// - Parameter today: an absence that is over tells nobody anything.
    package init(first: String, last: String, today: Day) throws(InvalidFields) {
        var wrong: [Invalid] = []
        func day(_ typed: String, _ field: String) -> Day {
            if let day = Day(PlainText.cleaned(typed)), day <= today + 730 { return day }
            wrong.append(Invalid(field, "Write a day within the next two years, such as \(today)."))
            return today
        }
        self.first = day(first, "first")
        self.last = day(last, "last")
        if wrong.isEmpty, self.last < max(self.first, today) {
            wrong.append(Invalid("last", "The last day comes after the first and is not over yet."))
        }
        guard wrong.isEmpty else { throw InvalidFields(wrong) }
    }

    init(row: Row) {
        first = row["first"]
        last = row["last"]
    }
}

extension Desk {
    /// Those that are not over, in order.
    package func absences(of person: PersonID) async throws -> [Absence] {
        let today = world.today
        return try await database.read { db in try Self.absences(of: person, from: today, db) }
    }

    static func absences(of person: PersonID, from today: Day, _ db: Database) throws -> [Absence] {
        try absences(from: today, db)[person] ?? []
    }

    /// Everybody's that are not over, each person's in order.
    static func absences(from today: Day, _ db: Database) throws -> [PersonID: [Absence]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT person, first, last FROM absence WHERE last >= ? ORDER BY person, first",
            arguments: [today])
        return Dictionary(grouping: rows) { $0["person"] as PersonID }.mapValues { $0.map(Absence.init(row:)) }
    }

    /// Adds an absence, or changes the end of one that begins on the same day; whatever is over is forgotten.
    package func save(_ absence: Absence, of person: PersonID) async throws {
        let today = world.today
        try await database.write { db in
            try db.execute(
                sql: "DELETE FROM absence WHERE last < ?1 OR (person = ?2 AND first = ?3)",
                arguments: [today, person, absence.first])
            try db.execute(
                sql: "INSERT INTO absence (person, first, last) VALUES (?, ?, ?)",
                arguments: [person, absence.first, absence.last])
        }
    }

    package func removeAbsence(from first: Day, of person: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM absence WHERE person = ? AND first = ?", arguments: [person, first])
        }
    }
}
