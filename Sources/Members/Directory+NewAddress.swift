import GRDB
package import Storage

extension Directory {
    /// Takes down that a member wants another address; a mail to it asks whether it is theirs.
    /// - Returns: false if the password is not right.
    package func propose(_ email: EmailAddress, by member: PersonID, password: String) async throws -> Bool {
        let known = try await database.read { db in
            try PasswordHash.fetchOne(db, sql: "SELECT password FROM member WHERE id = ?", arguments: [member])
        }
        guard accountThrottle.allows(member.description),
            try await hasher.check(String(password.prefix(1_024)), against: known)
        else { return false }
        accountThrottle.forgive(member.description)
        // The same answer however often, and whether the address has an account or not.
        if mailThrottles.address.allows(email.description) { try await queue(.newAddress, to: email, of: member) }
        return true
    }

    /// When the mail is made: a link that confirms the address, for a day. Nil where somebody has the address.
    package func addressLink(of member: PersonID, to email: EmailAddress) async throws -> String? {
        try await database.write { db in
            guard try Self.isFree(email, db) else { return nil }
            return try link(opening: .address, of: member, email, hours: 24, db)
        }
    }

    /// The address a link confirms.
    package func proposed(through secret: String) async throws -> EmailAddress? {
        try await database.read { [world] db in try Self.opened(secret, for: .address, world, db)?.email }
    }

    /// Makes the address the member's, ends what waits for either address, and tells the former one.
    /// - Returns: false where the link no longer opens anything, or somebody joined with the address meanwhile.
    package func confirmAddress(through secret: String) async throws -> Bool {
        try await database.write { [world] db in
            guard let link = try Self.opened(secret, for: .address, world, db), let id = link.member,
                let former = try Self.members(db, where: "id = ?", [id]).first?.email,
                try Self.isFree(link.email, db)
            else { return false }
            try db.execute(sql: "UPDATE member SET email = ? WHERE id = ?", arguments: [link.email, id])
            try db.execute(sql: "DELETE FROM link WHERE member = ?", arguments: [id])
            try Self.endInvitations(of: link.email, db)
            try Self.queue(.addressChanged, to: former, of: id, world, db)
            return true
        }
    }

    static func isFree(_ email: EmailAddress, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM member WHERE email = ?)", arguments: [email])
            == true
    }
}
