import GRDB
package import Storage

extension Directory {
    package func mailWishes(of member: PersonID) async throws -> MailWishes {
        try await database.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT kind, is_wanted FROM mail_wish WHERE member = ?", arguments: [member])
            var wishes = MailWishes()
            for row in rows {
                switch row["kind"] as String {
                case "waiting": wishes.waiting = row["is_wanted"]
                case "saved searches": wishes.savedSearches = row["is_wanted"]
                case "comments": wishes.comments = row["is_wanted"]
                default: wishes.digest = row["is_wanted"]
                }
            }
            return wishes
        }
    }

    package func save(_ wishes: MailWishes, of member: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM mail_wish WHERE member = ?", arguments: [member])
            let start = MailWishes()
            for (kind, isWanted, atFirst) in [
                ("waiting", wishes.waiting, start.waiting), ("digest", wishes.digest, start.digest),
                ("saved searches", wishes.savedSearches, start.savedSearches),
                ("comments", wishes.comments, start.comments),
            ] where isWanted != atFirst {
                try db.execute(
                    sql: "INSERT INTO mail_wish (member, kind, is_wanted) VALUES (?, ?, ?)",
                    arguments: [member, kind, isWanted])
            }
        }
    }

    /// Tells these people once a day that something waits, each with the page on which it does.
    /// - Returns: false where today's have been queued before.
    package func queueNotices(to people: [(PersonID, page: String)]) async throws -> Bool {
        try await database.write { [world] db in
            guard try Self.begin(.waiting, about: world.today.description, db) else { return false }
            for (id, page) in people {
                let email = try EmailAddress.fetchOne(
                    db,
                    sql: """
                        SELECT email FROM member WHERE id = ? AND erasing = 0 AND NOT EXISTS (
                            SELECT 1 FROM mail_wish WHERE member = id AND kind = 'waiting' AND is_wanted = 0)
                        """, arguments: [id])
                if let email { try Self.queue(.waiting, to: email, of: id, about: page, world, db) }
            }
            return true
        }
    }

    /// Tells those of these people who want it, once a day, that there is something new of this kind: in their saved
    /// searches, or said to them.
    /// - Returns: false where today's have been queued before.
    package func queueNews(_ kind: Mail.Kind = .savedSearches, to people: [PersonID]) async throws -> Bool {
        try await database.write { [world] db in
            guard try Self.begin(kind, about: world.today.description, db) else { return false }
            for id in people {
                let email = try EmailAddress.fetchOne(
                    db,
                    sql: """
                        SELECT email FROM member WHERE id = ? AND erasing = 0 AND id IN (
                            SELECT member FROM mail_wish WHERE kind = ? AND is_wanted = 1)
                        """, arguments: [id, kind.rawValue])
                if let email { try Self.queue(kind, to: email, of: id, world, db) }
            }
            return true
        }
    }

    /// Puts the digest of a month into the outbox for everybody who wants it.
    /// - Returns: false where that month's has been queued before.
    package func queueDigest(of month: Month) async throws -> Bool {
        try await database.write { [world] db in
            guard try Self.begin(.digest, about: month.description, db) else { return false }
            let readers = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, email FROM member WHERE erasing = 0 AND id IN (
                        SELECT member FROM mail_wish WHERE kind = 'digest' AND is_wanted = 1)
                    ORDER BY id
                    """)
            for reader in readers {
                try Self.queue(
                    .digest, to: reader["email"], of: reader["id"], about: month.description, world, db)
            }
            return true
        }
    }

    /// Marks a mailing as begun, in the transaction that queues it: a second run does nothing.
    private static func begin(_ kind: Mail.Kind, about: String, _ db: Database) throws -> Bool {
        let last = try String.fetchOne(db, sql: "SELECT about FROM mailing WHERE kind = ?", arguments: [kind.rawValue])
        guard last != about else { return false }
        try db.execute(sql: "DELETE FROM mailing WHERE kind = ?", arguments: [kind.rawValue])
        try db.execute(
            sql: "INSERT INTO mailing (kind, about) VALUES (?, ?)", arguments: [kind.rawValue, about])
        return true
    }
}
