import GRDB
package import Storage

extension Journal {
    /// Begins a group, of which the person is the keeper. The same `key` again begins nothing new.
    ///
    /// - Returns: nil where they are in as many as one can be.
    package func begin(_ draft: Group.Draft, by person: PersonID, key: SendingKey) async throws -> ID<Group>? {
        let (id, today) = (world.id(of: Group.self), world.today)
        return try await database.write { db in
            let begun = try ID<Group>.fetchOne(
                db, sql: "SELECT id FROM peer_group WHERE keeper = ? AND sending = ?", arguments: [person, key])
            if let begun { return begun }
            let others = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM group_member WHERE person = ? AND state = 'member'", arguments: [person])
            guard others ?? 0 < Group.most else { return nil }
            try draft.insert(id, keptBy: person, key: key, begun: today, in: db)
            return id
        }
    }

    /// Those the person is in, and those they are invited to by somebody they have not muted, by name.
    package func groups(of person: PersonID) async throws -> [Group] {
        try await database.read { db in try Group.stored(of: person, in: db) }
    }

    /// Nil, and the same nil, where there is none, and where the person is neither in it nor invited.
    package func group(_ id: ID<Group>, for person: PersonID) async throws -> Group? {
        try await database.read { db in try Group.stored(of: person, only: id, in: db).first }
    }

    /// Invites somebody by name. Nobody but the keeper does.
    package func invite(
        _ person: PersonID, to id: ID<Group>, by keeper: PersonID
    ) async throws -> Result<Void, InvitingFailed> {
        try await database.write { [today = world.today] db in
            guard let group = try Group.stored(of: keeper, only: id, in: db).first, group.keeper == keeper else {
                return .failure(.noGroup)
            }
            let people = group.members + group.invited
            guard !people.contains(person) else { return .failure(.alreadyThere) }
            guard people.count < Group.mostPeople else { return .failure(.full) }
            try db.execute(
                sql: "INSERT INTO group_member VALUES (?, ?, 'invited', ?)", arguments: [id, person, today])
            return .success(())
        }
    }

    /// Takes an invitation up. Again does nothing.
    ///
    /// - Returns: false where the person is not invited.
    package func join(_ id: ID<Group>, by person: PersonID) async throws -> Bool {
        try await database.write { [today = world.today] db in
            guard let group = try Group.stored(of: person, only: id, in: db).first else { return false }
            guard !group.isMember else { return true }
            try db.execute(
                sql: "UPDATE group_member SET state = 'member', since = ? WHERE peer_group = ? AND person = ?",
                arguments: [today, id, person])
            return true
        }
    }

    /// Takes a person out: themselves, or the keeper somebody else. What they shared with the group is withdrawn at once.
    /// A group nobody is in any more is gone, with its invitations.
    ///
    /// - Returns: false where they are not in it and not invited, or whoever asks has no say.
    package func remove(_ person: PersonID, from id: ID<Group>, by other: PersonID) async throws -> Bool {
        try await database.write { db in
            guard let group = try Group.stored(of: other, only: id, in: db).first,
                other == person || other == group.keeper
            else { return false }
            return try id.takeOut(person, in: db)
        }
    }
}

/// Why nobody was invited.
package enum InvitingFailed: Error, Hashable, Sendable {
    case noGroup, full, alreadyThere
}

extension Group.Draft {
    /// With its keeper in it.
    func insert(
        _ id: ID<Group>, keptBy keeper: PersonID, key: SendingKey, begun: Day, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO peer_group (id, keeper, sending, name, about, begun) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id, keeper, key, name, about, begun])
        try db.execute(sql: "INSERT INTO group_member VALUES (?, ?, 'member', ?)", arguments: [id, keeper, begun])
    }
}

extension ID<Group> {
    /// In the transaction that takes somebody out.
    func takeOut(_ person: PersonID, in db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM group_member WHERE peer_group = ? AND person = ?", arguments: [self, person])
        guard db.changesCount > 0 else { return false }
        try db.execute(
            sql: """
                DELETE FROM share WHERE peer_group = ? AND reflection IN (SELECT id FROM reflection WHERE owner = ?)
                """, arguments: [self, person])
        try db.execute(
            sql: """
                UPDATE peer_group SET keeper = (
                    SELECT person FROM group_member WHERE peer_group = ?1 AND state = 'member'
                    ORDER BY since, person LIMIT 1)
                WHERE id = ?1 AND keeper = ?2
                    AND EXISTS (SELECT 1 FROM group_member WHERE peer_group = ?1 AND state = 'member')
                """, arguments: [self, person])
        try db.execute(
            sql: """
                DELETE FROM peer_group WHERE id = ?1
                    AND NOT EXISTS (SELECT 1 FROM group_member WHERE peer_group = ?1 AND state = 'member')
                """, arguments: [self])
        return true
    }
}

extension Group {
    fileprivate static func stored(
        of person: PersonID, only group: ID<Group>? = nil, in db: Database
    ) throws -> [Group] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT peer_group.id, peer_group.name, peer_group.about, peer_group.keeper, own.state
                FROM group_member AS own JOIN peer_group ON peer_group.id = own.peer_group
                WHERE own.person = :person AND (:only IS NULL OR own.peer_group = :only)
                    AND (own.state = 'member' OR peer_group.keeper NOT IN (
                        SELECT person FROM muted WHERE member = :person))
                ORDER BY peer_group.name, peer_group.id
                """, arguments: ["person": person, "only": group])
        return try rows.map { row in
            let (id, keeper): (ID<Group>, PersonID) = (row["id"], row["keeper"])
            func people(_ state: String) throws -> [PersonID] {
                try PersonID.fetchAll(
                    db,
                    sql: "SELECT person FROM group_member WHERE peer_group = ? AND state = ? ORDER BY since, person",
                    arguments: [id, state])
            }
            return Group(
                id: id, name: row["name"], about: row["about"], keeper: keeper, members: try people("member"),
                invited: keeper == person ? try people("invited") : [], isMember: row["state"] == "member")
        }
    }
}
