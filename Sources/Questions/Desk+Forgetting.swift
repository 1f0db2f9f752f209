import GRDB
import Storage

/// How long a question is kept once it is decided.
///
/// Of the decision the month alone is known, so the days count from that month's end: a day would tell an attacker with
/// the file when the question was asked, about as well as the days it was open.
package enum Retention {
    package static let days = 30
    /// Where the receipt is the only place at which the answer can be read.
    package static let daysOfPrivateAnswers = 90

    /// The last day on which a decided question is there; nil while it is open.
    static func lastDay(of question: ID<Question>, _ step: Step.Kind, _ db: Database) throws -> Day? {
        let decided = try Month.fetchOne(
            db, sql: "SELECT decided FROM question WHERE id = ? AND decided IS NOT NULL", arguments: [question])
        return decided.map {
            ($0.firstDay + 31).month.firstDay + (step == .answeredPrivately ? daysOfPrivateAnswers : days) + -1
        }
    }
}

extension Desk {
    /// Deletes what was kept long enough: the original with its redactions, thread, exclusions and receipt. Published
    /// pages and the history of decisions stay, with the month alone. Daily.
    package func forget() async throws {
        let today = world.today
        try await database.write { db in
            // An appeal that waits for its batch keeps its question until then.
            let isOver = """
                decided < CASE step WHEN 'answered privately' THEN ? ELSE ? END
                    AND NOT EXISTS (
                        SELECT 1 FROM pending_act
                        WHERE pending_act.receipt = question.receipt AND pending_act.kind = 'appealed')
                """
            let months: StatementArguments = [
                (today + -Retention.daysOfPrivateAnswers).month, (today + -Retention.days).month,
            ]
            try Self.reserveHistory(ofQuestions: isOver, months, db)
            try db.execute(sql: "DELETE FROM question WHERE " + isOver, arguments: months)
        }
    }
}
