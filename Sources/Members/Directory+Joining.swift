import GRDB
package import Storage

extension Directory {
    /// Invites an address; an earlier invitation to it stops working.
    /// - Returns: the link's secret, shown once.
    /// - Throws: `Refusal.emailTaken` if the address already has an account.
    package func invite(_ email: EmailAddress, roles: Set<Role>) async throws -> String {
        let secret = world.secret()
        try await database.write { [world] db in
            let taken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE email = ?)", arguments: [email])
            if taken == true { throw Refusal.emailTaken }
            try Self.endInvitations(of: email, db)
            try db.execute(
                sql: "INSERT INTO invitation (id, secret, email, roles, until) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    world.id(of: Invitation.self), Self.hash(secret), email, Role.text(roles),
                    world.today + Invitation.validDays,
                ])
        }
        return secret
    }

    package func invitations() async throws -> [Invitation] {
        let today = world.today
        return try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM invitation WHERE until >= ? ORDER BY email", arguments: [today])
                .map(Invitation.init(row:))
        }
    }

    package func invitation(secret: String) async throws -> Invitation? {
        try await database.read { [world] db in try Self.invitation(db, secret, world) }
    }

    package func revoke(_ invitation: ID<Invitation>) async throws {
        try await database.write { db in
            let email = try EmailAddress.fetchOne(
                db, sql: "SELECT email FROM invitation WHERE id = ?", arguments: [invitation])
            if let email { try Self.endInvitations(of: email, db) }
        }
    }

    /// Makes the account an invitation promises and signs its owner in; the invitation is used up.
    /// - Returns: the session's secret, or nil if the invitation no longer holds.
    package func join(
        invitation secret: String, name: PersonName, password: Password, device: String
    ) async throws -> String? {
        let hash = try await hasher.hash(password)
        let id = world.id(of: Person.self)
        let joined = try await database.write { [world] db in
            guard let invitation = try Self.invitation(db, secret, world) else { return false }
            try Self.endInvitations(of: invitation.email, db)
            try Self.insert(db, id, name, invitation.email, invitation.roles, hash, world.today)
            return true
        }
        return joined ? try await beginSession(of: id, holding: hash, device: device, replacing: nil) : nil
    }

    private static func invitation(_ db: Database, _ secret: String, _ world: World) throws -> Invitation? {
        let known = try Row.fetchOne(
            db, sql: "SELECT * FROM invitation WHERE secret = ? AND until >= ?", arguments: [hash(secret), world.today]
        ).map(Invitation.init(row:))
        return try known ?? mailed(secret, world, db)
    }

    /// Every way to join with this address ends.
    static func endInvitations(of email: EmailAddress, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM invitation WHERE email = ?", arguments: [email])
        try db.execute(sql: "DELETE FROM link WHERE opens = 'joining' AND email = ?", arguments: [email])
    }
}

extension Invitation {
    fileprivate init(row: Row) {
        self.init(id: row["id"], email: row["email"], roles: Role.set(row["roles"]), until: row["until"])
    }
}
