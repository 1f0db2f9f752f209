import GRDB
import Storage

extension Directory {
    /// Takes down that somebody forgot the password of this address. Known or not, the same is written and the same
    /// work done: whether there is an account is looked up when the mail is made.
    /// - Returns: false where this network asks too often.
    package func forgot(_ email: EmailAddress, network: String) async throws -> Bool {
        try await queueUnasked(.forgotten, to: email, network: network)
    }

    /// For whoever typed an address without showing that it is theirs. What comes too often for one address is left
    /// out without a word, because a word would tell that somebody else had asked.
    func queueUnasked(_ kind: Mail.Kind, to email: EmailAddress, network: String) async throws -> Bool {
        guard mailThrottles.network.allows(network), mailThrottles.everybody.allows("") else { return false }
        if mailThrottles.address.allows(email.description) { try await queue(kind, to: email) }
        return true
    }

    /// When the mail is made: a link for whoever has the address, for an hour. Nil where nobody has.
    package func passwordLink(for email: EmailAddress) async throws -> String? {
        try await database.write { db in
            guard let member = try Self.members(db, where: "email = ? AND erasing = 0", [email]).first else {
                return nil
            }
            return try link(opening: .password, of: member.id, email, hours: 1, db)
        }
    }

    /// Sets the password, ends every session, uses up the account's links, and tells its owner by mail.
    /// - Returns: false where the link no longer opens anything.
    package func setPassword(_ password: Password, through secret: String) async throws -> Bool {
        // Before the costly hash; a made-up link costs a look-up.
        guard try await opens(secret, .password) else { return false }
        let hash = try await hasher.hash(password)
        return try await database.write { [world] db in
            guard let link = try Self.opened(secret, for: .password, world, db), let member = link.member else {
                return false
            }
            try Self.set(hash, of: member, db)
            try db.execute(sql: "DELETE FROM session WHERE member = ?", arguments: [member])
            try db.execute(sql: "DELETE FROM link WHERE member = ?", arguments: [member])
            try Self.queue(.passwordChanged, to: link.email, of: member, world, db)
            return true
        }
    }
}
