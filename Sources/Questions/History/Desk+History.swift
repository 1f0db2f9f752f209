import GRDB
package import Storage

/// One line of the history of staff decisions.
package struct HistoryEntry: Sendable {
    package let question: ID<Question>
    /// A day, or once the question is decided the month alone.
    package let when: String
    package let person: PersonID
    package let act: String
    package let note: String
    /// Where more can be read; nil where nothing of it is left, and for a comment.
    package var place: Place?

    package enum Place: Sendable { case desk, published }
}

extension Desk {
    /// Staff decisions on one question, in order; none where the question is kept from this person.
    package func history(
        of question: ID<Question>, for person: PersonID, limit: Int = 200
    ) async throws -> [HistoryEntry] {
        try await database.read { db in
            try Self.history(
                db, sql: "question = :question AND " + Self.notKept + " ORDER BY version LIMIT :limit",
                ["question": question, "viewer": person, "limit": limit])
        }
    }

    /// All staff decisions, the latest day first, but for questions kept from this person.
    package func history(for person: PersonID, limit: Int = 200) async throws -> [HistoryEntry] {
        try await database.read { db in
            try Self.history(
                db, sql: Self.notKept + " ORDER BY day DESC, question, version LIMIT :limit",
                ["viewer": person, "limit": limit])
        }
    }

    static func history(
        _ db: Database, sql: String, _ arguments: StatementArguments
    ) throws -> [HistoryEntry] {
        try Row.fetchAll(db, sql: "SELECT * FROM decision WHERE " + sql, arguments: arguments).map {
            HistoryEntry(
                question: $0["question"], when: $0["day"], person: $0["person"], act: $0["act"], note: $0["note"])
        }
    }

    /// Forgets the days on which a question was worked on; the month stays.
    static func forgetDays(of question: ID<Question>, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE decision SET day = substr(day, 1, 7) WHERE question = ? AND length(day) = 10",
            arguments: [question])
    }
}
