import GRDB
package import Storage

/// What somebody on the staff did to a question, as the history keeps it.
struct Decision: Sendable {
    let act: Act
    let person: PersonID
    var note = ""

    enum Act: String {
        case redacted, restored, assigned
        case handedBack = "handed back"
        case declined, answered, released
    }

    func record(_ db: Database, on question: ID<Question>, version: Int, _ world: World) throws {
        try db.execute(
            sql: "INSERT INTO decision (id, question, version, day, person, act, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                world.id(of: Decision.self), question, version, world.today, person, act.rawValue, note,
            ])
    }
}

/// One line of the history of staff decisions.
package struct HistoryEntry: Sendable {
    package let question: ID<Question>
    /// A day, or once the question is decided the month alone.
    package let when: String
    package let person: PersonID
    package let act: String
    package let note: String
}

extension Desk {
    /// Staff decisions, the latest day first: at most `limit`, of one question or of all.
    package func history(of question: ID<Question>? = nil, limit: Int = 200) async throws -> [HistoryEntry] {
        try await database.read { db in
            let rows =
                if let question {
                    try Row.fetchAll(
                        db, sql: "SELECT * FROM decision WHERE question = ? ORDER BY version LIMIT ?",
                        arguments: [question, limit])
                } else {
                    try Row.fetchAll(
                        db, sql: "SELECT * FROM decision ORDER BY day DESC, question, version LIMIT ?",
                        arguments: [limit])
                }
            return rows.map {
                HistoryEntry(
                    question: $0["question"], when: $0["day"], person: $0["person"], act: $0["act"], note: $0["note"])
            }
        }
    }

    /// Forgets the days on which a question was worked on; the month stays.
    static func forgetDays(of question: ID<Question>, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE decision SET day = substr(day, 1, 7) WHERE question = ? AND length(day) = 10",
            arguments: [question])
    }
}
