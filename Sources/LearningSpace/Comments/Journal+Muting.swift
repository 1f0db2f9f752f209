import GRDB
package import Storage

extension Journal {
    /// Hides what somebody says from a member, who alone knows of it. Again does nothing.
    package func mute(_ person: PersonID, for member: PersonID) async throws {
        guard person != member else { return }
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO muted (member, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [member, person])
        }
    }

    /// - Returns: false where the member hears them already.
    package func unmute(_ person: PersonID, for member: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM muted WHERE member = ? AND person = ?", arguments: [member, person])
            return db.changesCount > 0
        }
    }

    /// In no order that means something.
    package func muted(by member: PersonID) async throws -> [PersonID] {
        try await database.read { db in
            try PersonID.fetchAll(
                db, sql: "SELECT person FROM muted WHERE member = ? ORDER BY person", arguments: [member])
        }
    }
}
