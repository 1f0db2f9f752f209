import GRDB
package import Storage

extension Directory {
    /// A person's own sessions, the latest first.
    package func sessions(of id: PersonID) async throws -> [Session] {
        let today = world.today
        return try await database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, device, began, seen FROM session
                    WHERE member = ? AND seen > ? AND began > ? ORDER BY seen DESC, began DESC, id
                    """, arguments: [id, today + -Session.idleDays, today + -Session.longestDays])
            return rows.map { Session(id: $0["id"], device: $0["device"], began: $0["began"], seen: $0["seen"]) }
        }
    }

    package func end(_ session: ID<Session>, of id: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM session WHERE id = ? AND member = ?", arguments: [session, id])
        }
    }

    /// Changes one's own password and ends every other session.
    /// - Returns: false if the current password is not right.
    package func changePassword(
        of id: PersonID, from current: String, to password: Password, keeping session: ID<Session>
    ) async throws -> Bool {
        let known = try await database.read { db in
            try PasswordHash.fetchOne(db, sql: "SELECT password FROM member WHERE id = ?", arguments: [id])
        }
        guard accountThrottle.allows(id.description), try await hasher.check(current, against: known) else {
            return false
        }
        let hash = try await hasher.hash(password)
        try await database.write { db in
            try Self.set(hash, of: id, db)
            try db.execute(sql: "DELETE FROM session WHERE member = ? AND id <> ?", arguments: [id, session])
        }
        accountThrottle.forgive(id.description)
        return true
    }

    /// Forgets sessions and invitations whose time is over.
    package func forgetWhatEnded() async throws {
        let today = world.today
        try await database.write { [world] db in
            try Self.forgetMail(world, db)
            try db.execute(
                sql: "DELETE FROM session WHERE seen <= ? OR began <= ?",
                arguments: [today + -Session.idleDays, today + -Session.longestDays])
            try db.execute(sql: "DELETE FROM invitation WHERE until < ?", arguments: [today])
        }
    }
}
