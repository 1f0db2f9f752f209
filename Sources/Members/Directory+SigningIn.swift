import Crypto
import Foundation
import GRDB
import Storage

extension Directory {
    /// What came of trying to sign in. The two refusals say nothing about whether the account exists.
    package enum SignIn: Sendable {
        /// The session's secret, for the cookie. It is stored nowhere else.
        case welcome(secret: String)
        case wrong
        case tooMany
    }

    /// - Parameters:
    ///   - network: where the attempt comes from, as one throttled name.
    ///   - former: the secret of the session this browser held, which ends: a sign-in always gets a new secret.
    package func signIn(
        email typed: String, password: String, device: String, network: String, replacing former: String?
    ) async throws -> SignIn {
        let account = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        // The network first: one that must wait spends nobody's attempts, so it cannot lock their owners out.
        guard networkThrottle.allows(network), accountThrottle.allows(String(account.prefix(254))) else {
            return .tooMany
        }
        let known = try await database.read { db in
            try Row.fetchOne(
                db, sql: "SELECT id, password FROM member WHERE email = ? AND erasing = 0", arguments: [account]
            ).map { (id: $0["id"] as PersonID, hash: $0["password"] as PasswordHash) }
        }
        let isRight = try await hasher.check(String(password.prefix(1_024)), against: known?.hash)
        guard isRight, let known else { return .wrong }
        let secret = try await beginSession(of: known.id, holding: known.hash, device: device, replacing: former)
        guard let secret else { return .wrong }
        accountThrottle.forgive(account)
        return .welcome(secret: secret)
    }

    /// Who holds this secret, if the session has not ended. Writes at most once a day.
    package func signedIn(secret: String) async throws -> SignedIn? {
        let today = world.today
        let hash = Self.hash(secret)
        let found = try await database.read { db -> (SignedIn, Day)? in
            let row = try Row.fetchOne(
                db, sql: "SELECT id, member, seen FROM session WHERE secret = ? AND seen > ? AND began > ?",
                arguments: [hash, today + -Session.idleDays, today + -Session.longestDays])
            guard let row,
                let member = try Self.members(db, where: "id = ? AND erasing = 0", [row["member"] as PersonID]).first
            else { return nil }
            return (SignedIn(member: try Self.acting(member, db), session: row["id"]), row["seen"])
        }
        guard let (signedIn, seen) = found else { return nil }
        if seen != today {
            try await database.write { db in
                try db.execute(sql: "UPDATE session SET seen = ? WHERE secret = ?", arguments: [today, hash])
                try Self.notePresence(of: signedIn.member.id, on: today, db)
            }
        }
        return signedIn
    }

    /// The member with the roles they may act in today.
    private static func acting(_ member: Member, _ db: Database) throws -> Member {
        let isBoth = member.roles.isSuperset(of: [.expert, .moderator])
        guard isBoth, try !settings(db).expertsMayModerate else { return member }
        return Member(
            id: member.id, name: member.name, email: member.email, roles: member.roles.subtracting([.moderator]),
            joined: member.joined)
    }

    package func signOut(secret: String) async throws {
        let hash = Self.hash(secret)
        try await database.write { db in try db.execute(sql: "DELETE FROM session WHERE secret = ?", arguments: [hash])
        }
    }

    /// - Returns: nil where the password was changed, or its owner erased, while it was being checked.
    func beginSession(
        of id: PersonID, holding hash: PasswordHash, device: String, replacing former: String?
    ) async throws -> String? {
        let secret = world.secret()
        let hasBegun = try await database.write { [world] db in
            if let former {
                try db.execute(sql: "DELETE FROM session WHERE secret = ?", arguments: [Self.hash(former)])
            }
            try db.execute(
                sql: """
                    INSERT INTO session (id, secret, member, device, began, seen)
                    SELECT ?, ?, id, ?, ?, ? FROM member WHERE id = ? AND password = ? AND erasing = 0
                    """,
                arguments: [
                    world.id(of: Session.self), Self.hash(secret), device, world.today, world.today, id, hash,
                ])
            guard db.changesCount > 0 else { return false }
            try Self.notePresence(of: id, on: world.today, db)
            return true
        }
        return hasBegun ? secret : nil
    }

    static func hash(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }
}
