import Crypto
import Foundation
import GRDB
package import Storage

extension Journal {
    /// Opens stages of a reflection to others. To share a stage again with the same audience moves its last day; what
    /// they see of other stages stays as it is. Each link is a new one. A group the owner is not in is passed over.
    ///
    /// - Returns: nil where the owner has no such reflection, it has none of these stages, or nobody is left to see it.
    package func share(_ id: ID<Reflection>, _ draft: Share.Draft, by owner: PersonID) async throws -> Sharing? {
        let (world, today) = (world, world.today)
        return try await database.write { db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return nil }
            let names = try Reflection.stored(id, in: db).stages.map(\.asks.name).filter(draft.stages.contains)
            let audiences = try draft.audiences.filter { try $0.isOpen(to: owner, in: db) }
            guard !names.isEmpty, !audiences.isEmpty else { return nil }
            let secret = audiences.contains(.link) ? world.secret() : nil
            for audience in audiences {
                let share = try audience.share(of: id, or: world.id(), secret: secret, in: db)
                for name in names { try share.open(name, of: id, from: today, until: draft.until, in: db) }
            }
            try db.execute(sql: "DELETE FROM shown_topic WHERE reflection = ?", arguments: [id])
            if let topic = draft.topic {
                try db.execute(sql: "INSERT INTO shown_topic VALUES (?, ?)", arguments: [id, topic])
            }
            return Sharing(shares: try Share.standing(of: owner, on: today, only: id, in: db), secret: secret)
        }
    }

    /// Closes what a share opened, at once: all of it, or one stage.
    ///
    /// - Returns: the reflection it was; nil where the owner has no such share.
    package func withdraw(
        _ share: ID<Share>, stage: String? = nil, by owner: PersonID
    ) async throws -> ID<Reflection>? {
        try await database.write { db in
            guard let reflection = try share.reflection(of: owner, in: db) else { return nil }
            try db.execute(
                sql: "DELETE FROM shared_stage WHERE share = ?1 AND (?2 IS NULL OR stage = ?2)",
                arguments: [share, stage])
            try db.execute(
                sql: "DELETE FROM share WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM shared_stage WHERE share = ?1)",
                arguments: [share])
            return reflection
        }
    }

    /// Every share of the owner's that stands today, the soonest to end first.
    package func shares(of owner: PersonID) async throws -> [Share] {
        let today = world.today
        return try await database.read { db in try Share.standing(of: owner, on: today, in: db) }
    }

    /// The same, a page at a time.
    package func ledger(of owner: PersonID, page: Int) async throws -> ShareLedger {
        let today = world.today
        return try await database.read { db in try Share.ledger(of: owner, on: today, page: page, in: db) }
    }
}

extension ID<Share> {
    /// The reflection that this share of the owner's is about.
    func reflection(of owner: PersonID, in db: Database) throws -> ID<Reflection>? {
        try ID<Reflection>.fetchOne(
            db,
            sql: """
                SELECT share.reflection FROM share JOIN reflection ON reflection.id = share.reflection
                WHERE share.id = ? AND reflection.owner = ?
                """, arguments: [self, owner])
    }

    /// A stage whose time ran out begins anew; one that stands keeps the day it began.
    fileprivate func open(
        _ stage: String, of reflection: ID<Reflection>, from today: Day, until: Day, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO shared_stage (share, reflection, stage, since, until)
                VALUES (:share, :reflection, :stage, :today, :until)
                ON CONFLICT (share, stage) DO UPDATE
                SET since = CASE WHEN until < :today THEN :today ELSE since END, until = :until
                """,
            arguments: [
                "share": self, "reflection": reflection, "stage": stage, "today": today, "until": until,
            ])
    }
}

extension Share.Audience {
    /// The share that lets this audience in, made if there is none.
    fileprivate func share(
        of reflection: ID<Reflection>, or id: ID<Share>, secret: String?, in db: Database
    ) throws -> ID<Share> {
        if self != .link {
            let made = try ID<Share>.fetchOne(
                db,
                sql: """
                    SELECT id FROM share
                    WHERE reflection = ? AND audience = ? AND member IS NOT DISTINCT FROM ?
                        AND peer_group IS NOT DISTINCT FROM ?
                    """, arguments: [reflection, name, member, group])
            if let made { return made }
        }
        try db.execute(
            sql: "INSERT INTO share (id, reflection, audience, member, peer_group, secret) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id, reflection, name, member, group, self == .link ? secret.map(Share.hash(ofSecret:)) : nil])
        return id
    }

    private var name: String {
        switch self {
        case .everyMember: "every member"
        case .member: "member"
        case .group: "group"
        case .link: "link"
        }
    }

    private var member: PersonID? { if case .member(let person) = self { person } else { nil } }
    private var group: ID<Group>? { if case .group(let group) = self { group } else { nil } }

    /// Nobody shares with a group they are not in.
    fileprivate func isOpen(to owner: PersonID, in db: Database) throws -> Bool {
        guard let group else { return true }
        return try Bool.fetchOne(
            db, sql: "SELECT 1 FROM group_member WHERE peer_group = ? AND person = ? AND state = 'member'",
            arguments: [group, owner]) ?? false
    }
}

extension Share {
    static func hash(ofSecret secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }
}
