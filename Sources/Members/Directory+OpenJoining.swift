import GRDB
import Storage

extension Directory {
    /// What a mail about joining can say.
    package enum JoiningMail: Sendable, Equatable {
        case link(String)
        /// Somebody has an account with the address.
        case known
        /// The invitation was taken back, or joining is no longer open.
        case nothing
    }

    /// Takes down that somebody wants to join with this address. Known or not, the same is written.
    /// - Returns: false where this network asks too often.
    package func askToJoin(_ email: EmailAddress, network: String) async throws -> Bool {
        try await queueUnasked(.joining, to: email, network: network)
    }

    /// When the mail is made: a link for a day.
    package func joiningMail(for email: EmailAddress) async throws -> JoiningMail {
        try await database.write { db in
            guard try Self.settings(db).openJoining else { return .nothing }
            guard try Self.isFree(email, db) else { return .known }
            return .link(try link(opening: .joining, of: nil, email, hours: 24, db))
        }
    }

    /// When an invitation's mail is made: a link of its own, beside the one the administrator was shown.
    package func invitationMail(for email: EmailAddress) async throws -> JoiningMail {
        try await database.write { [world] db in
            let until = try Day.fetchOne(
                db, sql: "SELECT until FROM invitation WHERE email = ? AND until >= ?",
                arguments: [email, world.today])
            guard let until, try Self.isFree(email, db) else { return .nothing }
            return .link(try link(opening: .joining, of: nil, email, hours: 24 * (until - world.today), db))
        }
    }

    /// What a link from a mail promises: the roles of the invitation to its address, if there is one.
    static func mailed(_ secret: String, _ world: World, _ db: Database) throws -> Invitation? {
        guard let email = try opened(secret, for: .joining, world, db)?.email, try isFree(email, db) else {
            return nil
        }
        let invited = try Row.fetchOne(
            db, sql: "SELECT roles, until FROM invitation WHERE email = ?", arguments: [email])
        return Invitation(
            id: world.id(of: Invitation.self), email: email,
            roles: invited.map { Role.set($0["roles"]) } ?? [.member], until: invited?["until"] ?? world.today)
    }
}
