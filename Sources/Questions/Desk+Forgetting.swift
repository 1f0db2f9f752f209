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
}

extension Desk {
    /// Deletes what was kept long enough: the original with its redactions, thread, exclusions and receipt. Published
    /// pages and the history of decisions stay, with the month alone. Daily.
    package func forget() async throws {
        let today = world.today
        try await database.write { db in
            try db.execute(
                sql: "DELETE FROM question WHERE decided < CASE step WHEN 'answered privately' THEN ? ELSE ? END",
                arguments: [(today + -Retention.daysOfPrivateAnswers).month, (today + -Retention.days).month])
        }
    }
}
