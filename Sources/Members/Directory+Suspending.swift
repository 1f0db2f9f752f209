import GRDB
package import Storage

/// Suspending a member from asking.
///
/// It always begins at a day in the future, when a new key signs: then everybody draws anew. At once it would answer
/// who asks: suspend one after the other, and see with whom the questions stop.
extension Directory {
    package func suspend(_ member: PersonID, from day: Day) async throws {
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO suspension (member, since) SELECT id, ? FROM member WHERE id = ?
                    ON CONFLICT (member) DO UPDATE SET since = min(since, excluded.since)
                    """, arguments: [day, member])
        }
    }

    package func liftSuspension(of member: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM suspension WHERE member = ?", arguments: [member])
        }
    }

    /// The first day on which a member draws no more tokens, past or still to come; nil where they may ask.
    package func suspension(of member: PersonID) async throws -> Day? {
        try await database.read { db in
            try Day.fetchOne(db, sql: "SELECT since FROM suspension WHERE member = ?", arguments: [member])
        }
    }
}
