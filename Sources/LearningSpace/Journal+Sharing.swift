import Foundation
import GRDB
package import Storage

extension Journal {
    /// Opens a reflection to others. To share again with the same audience moves the last day.
    ///
    /// - Returns: who can see it now; nil where the owner has no such reflection.
    package func share(_ id: ID<Reflection>, _ draft: Share.Draft, by owner: PersonID) async throws -> [Share]? {
        let (world, today) = (world, world.today)
        return try await database.write { db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return nil }
            for audience in draft.audiences {
                try audience.open(id, from: today, until: draft.until, as: world.id(), in: db)
            }
            return try Share.standing(of: owner, on: today, only: id, in: db)
        }
    }

    /// Closes what a share opened, at once.
    ///
    /// - Returns: the reflection it was; nil where the owner has no such share.
    package func withdraw(_ share: ID<Share>, by owner: PersonID) async throws -> ID<Reflection>? {
        try await database.write { db in
            let reflection = try ID<Reflection>.fetchOne(
                db,
                sql: """
                    SELECT reflection FROM share JOIN reflection ON reflection.id = share.reflection
                    WHERE share.id = ? AND reflection.owner = ?
                    """,
                arguments: [share, owner])
            if reflection != nil { try db.execute(sql: "DELETE FROM share WHERE id = ?", arguments: [share]) }
            return reflection
        }
    }

    /// The ledger: every share of the owner's that stands today, the soonest to end first.
    package func shares(of owner: PersonID) async throws -> [Share] {
        let today = world.today
        return try await database.read { db in try Share.standing(of: owner, on: today, in: db) }
    }
}

extension Share {
    /// Those of the owner's that open something today: all of them, or one reflection's.
    static func standing(
        of owner: PersonID, on today: Day, only reflection: ID<Reflection>? = nil, in db: Database
    ) throws -> [Share] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT share.id, share.reflection, reflection.title, share.member, share.since, share.until
                FROM reflection JOIN share ON share.reflection = reflection.id
                WHERE reflection.owner = :owner AND (:only IS NULL OR reflection.id = :only)
                    AND share.since <= :today AND share.until >= :today
                ORDER BY share.until, reflection.title, share.audience, share.id
                """,
            arguments: ["owner": owner, "only": reflection, "today": today]
        ).map { row in
            let member: PersonID? = row["member"]
            return Share(
                id: row["id"], reflection: row["reflection"], title: row["title"],
                audience: member.map(Audience.member) ?? .everyMember, since: row["since"], until: row["until"])
        }
    }
}

extension Share.Audience {
    /// A share that has run out begins anew; one that stands keeps the day it began.
    fileprivate func open(
        _ reflection: ID<Reflection>, from today: Day, until: Day, as id: ID<Share>, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE share
                SET since = CASE WHEN until < :today THEN :today ELSE since END, until = :until
                WHERE reflection = :reflection AND audience = :audience AND member IS NOT DISTINCT FROM :member
                """,
            arguments: [
                "today": today, "until": until, "reflection": reflection, "audience": name, "member": member,
            ])
        guard db.changesCount == 0 else { return }
        try db.execute(
            sql: "INSERT INTO share (id, reflection, audience, member, since, until) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id, reflection, name, member, today, until])
    }

    private var name: String { if case .everyMember = self { "every member" } else { "member" } }
    private var member: PersonID? { if case .member(let person) = self { person } else { nil } }
}
