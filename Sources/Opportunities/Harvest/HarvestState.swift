import GRDB
import Storage

/// What the last fetches of a source left behind.
package struct HarvestState: Sendable, Equatable {
    /// By which a server knows what we have.
    var etag: String?
    var modified: String?
    /// Where a feed goes on after what members see.
    var position: String?
    /// When that was the feed's end, in seconds since 1970.
    var reached: Double?
    /// Where a feed goes on after what waits in the spool.
    var ahead: String?
    var spooled = 0
    var failures = 0
    var problem: String?
    var held: Held?

    /// A harvest that lost too much to be believed, and what a person said to it.
    package struct Held: Sendable, Equatable {
        package enum Decision: String, Sendable { case waiting, refused, accepted }
        package var decision: Decision
        /// Opportunities before, and what the harvest would leave of them.
        package let known: Int
        package let left: Int
    }

    init() {}

    init(_ db: Database, _ source: String) throws {
        guard
            let row = try Row.fetchOne(db, sql: "SELECT * FROM harvest_state WHERE source = ?", arguments: [source])
        else { return }
        etag = row["etag"]
        modified = row["modified"]
        position = row["position"]
        reached = row["reached"]
        ahead = row["ahead"]
        spooled = row["spooled"]
        failures = row["failures"]
        problem = row["problem"]
        held = (row["held"] as String?).flatMap(Held.Decision.init(rawValue:)).map {
            Held(decision: $0, known: row["held_known"] ?? 0, left: row["held_left"])
        }
    }

    /// - Returns: whether anything had to be written.
    @discardableResult
    func save(_ db: Database, _ source: String, on today: Day) throws -> Bool {
        let columns: [(any DatabaseValueConvertible)?] = [
            etag, modified, position, reached, ahead, spooled, failures, problem, held?.decision.rawValue, held?.known,
            held?.left,
        ]
        let now = columns.map { $0?.databaseValue ?? .null }
        let before = try Row.fetchOne(
            db,
            sql: """
                SELECT etag, modified, position, reached, ahead, spooled, failures, problem, held, held_known, held_left
                FROM harvest_state WHERE source = ?
                """, arguments: [source])
        if let before, Array(before.databaseValues) == now { return false }
        if before == nil {
            try db.execute(sql: "INSERT INTO harvest_state (source) VALUES (?)", arguments: [source])
        }
        try db.execute(
            sql: """
                UPDATE harvest_state SET problem_since = CASE WHEN ?8 IS NULL THEN NULL
                        WHEN problem IS ?8 THEN problem_since ELSE ?12 END,
                    etag = ?1, modified = ?2, position = ?3, reached = ?4, ahead = ?5, spooled = ?6, failures = ?7,
                    problem = ?8, held = ?9, held_known = ?10, held_left = ?11
                WHERE source = ?13
                """, arguments: StatementArguments(columns + [today, source]))
        return true
    }
}
