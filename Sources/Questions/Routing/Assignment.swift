import GRDB
package import Storage

/// Since when a question is with its expert.
package struct Assignment: Sendable, Equatable {
    package let expert: PersonID
    package let given: Day
    /// nil until the expert takes it on.
    package let accepted: Day?
    /// Whether the asker is asked something, which they read with a batch.
    let waitsForAsker: Bool

    /// The last day for the expert's next act: to accept, then to answer.
    package func due(_ settings: RoutingSettings) -> Day {
        guard let accepted else { return given + settings.daysToAccept }
        return accepted + settings.daysToAnswer + (waitsForAsker ? RoutingSettings.daysForReply : 0)
    }
}

extension Assignment {
    static func of(_ question: ID<Question>, _ db: Database) throws -> Assignment? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT expert, given, accepted,
                    EXISTS (SELECT 1 FROM clarification WHERE clarification.question = assignment.question
                        AND reply IS NULL) AS waits
                FROM assignment WHERE question = ?
                """, arguments: [question]
        ).map {
            Assignment(
                expert: $0["expert"], given: $0["given"], accepted: $0["accepted"], waitsForAsker: $0["waits"])
        }
    }

    /// Keeps it in step with the question. No day of it outlives the step.
    static func follow(_ question: ID<Question>, to next: Step, on today: Day, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM assignment WHERE question = ?", arguments: [question])
        if case .withExpert(let expert) = next {
            try db.execute(
                sql: "INSERT INTO assignment (question, expert, given) VALUES (?, ?, ?)",
                arguments: [question, expert, today])
        }
        if !next.isOpen {
            try db.execute(sql: "DELETE FROM passed_on WHERE question = ?", arguments: [question])
        }
    }

    /// Whoever works on a question has taken it on.
    static func accept(_ question: ID<Question>, on today: Day, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE assignment SET accepted = ? WHERE question = ? AND accepted IS NULL",
            arguments: [today, question])
    }
}

/// Why a question is no longer with an expert it was given to.
enum PassedOn: String, Sendable {
    case declined
    case ranOut = "ran out"

    func note(_ question: ID<Question>, by expert: PersonID, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO passed_on (question, expert, why, times) VALUES (?, ?, ?, 1)
                ON CONFLICT (question, expert, why) DO UPDATE SET times = times + 1
                """, arguments: [question, expert, rawValue])
    }

    /// From so many times on a question stands first in the queue, marked.
    static let escalatesAt = 2

    /// In SQL, of a row of `question`.
    static let isEscalated = """
        step = 'received' AND \(escalatesAt) <= (SELECT coalesce(sum(times), 0)
            FROM passed_on WHERE passed_on.question = question.id AND why = 'ran out')
        """

    static func timesRanOut(_ question: ID<Question>, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT coalesce(sum(times), 0) FROM passed_on WHERE question = ? AND why = 'ran out'",
            arguments: [question]) ?? 0
    }
}
