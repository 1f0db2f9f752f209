import GRDB
package import Storage

extension Directory {
    /// Puts a mail into the outbox. One of the same kind that waits for the same reader gives way to it.
    package func queue(
        _ kind: Mail.Kind, to recipient: EmailAddress, of member: PersonID? = nil, about: String = ""
    ) async throws {
        try await database.write { [world] db in
            try Self.queue(kind, to: recipient, of: member, about: about, world, db)
        }
    }

    static func queue(
        _ kind: Mail.Kind, to recipient: EmailAddress, of member: PersonID?, about: String = "", _ world: World,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM mail WHERE kind = ? AND recipient = ? AND about = ? AND state <> 'sending'",
            arguments: [kind.rawValue, recipient, about])
        try db.execute(
            sql: "INSERT INTO mail (id, kind, recipient, member, about) VALUES (?, ?, ?, ?, ?)",
            arguments: [world.id(of: Mail.self), kind.rawValue, recipient, member, about])
    }

    /// Takes out a mail whose time has come, if there is one. It counts as being sent until `sent` or `notSent`.
    package func takeMail() async throws -> Mail? {
        try await database.write { [world] db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, kind, recipient, member, about, tries FROM mail
                    WHERE state = 'waiting' AND due <= ? ORDER BY id LIMIT 1
                    """, arguments: [Hour(containing: world.now()).text])
            guard let mail = row.flatMap(Mail.init(row:)) else { return nil }
            try db.execute(sql: "UPDATE mail SET state = 'sending' WHERE id = ?", arguments: [mail.id])
            return mail
        }
    }

    /// The server has it, or there was nothing to say: nothing of it is kept.
    package func sent(_ mail: Mail) async throws {
        try await database.write { db in try db.execute(sql: "DELETE FROM mail WHERE id = ?", arguments: [mail.id]) }
    }

    /// It goes again later, or has failed: where the server refused it for good, or after the last pause.
    package func notSent(_ mail: Mail, isFinal: Bool) async throws {
        let pause = Mail.pauses.indices.contains(mail.tries) ? Mail.pauses[mail.tries] : nil
        let isOver = isFinal || pause == nil
        let due = Hour(containing: world.now()) + (isOver ? Mail.failedDays * 24 : pause ?? 0)
        try await database.write { db in
            try db.execute(
                sql: "UPDATE mail SET state = ?, tries = tries + 1, due = ? WHERE id = ?",
                arguments: [isOver ? "failed" : "waiting", due.text, mail.id])
        }
    }

    /// Once, at the start: what became of a mail that was being sent when the program ended is not known. It goes again
    /// as the same.
    package func resumeMail() async throws {
        try await database.write { db in
            try db.execute(sql: "UPDATE mail SET state = 'waiting' WHERE state = 'sending'")
        }
    }

    /// How many mails wait, and how many failed in the last days.
    package func outbox() async throws -> (waiting: Int, failed: Int) {
        try await database.read { db in
            let failed = try Int.fetchOne(db, sql: "SELECT count(*) FROM mail WHERE state = 'failed'") ?? 0
            let waiting = try Int.fetchOne(db, sql: "SELECT count(*) FROM mail WHERE state <> 'failed'") ?? 0
            return (waiting, failed)
        }
    }

    /// The mails that failed in the last days, those about the same kind of thing together.
    package func failedMail() async throws -> [Mail] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, kind, recipient, member, about, tries FROM mail
                    WHERE state = 'failed' ORDER BY kind, recipient, id LIMIT 200
                    """
            ).compactMap(Mail.init(row:))
        }
    }

    static func forgetMail(_ world: World, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM mail WHERE state = 'failed' AND due <= ?",
            arguments: [Hour(containing: world.now()).text])
        try db.execute(sql: "DELETE FROM link WHERE until < ?", arguments: [world.today])
    }
}

extension Mail {
    fileprivate init?(row: Row) {
        guard let kind = Kind(rawValue: row["kind"]) else { return nil }
        self.init(
            id: row["id"], kind: kind, recipient: row["recipient"], member: row["member"], about: row["about"],
            tries: row["tries"])
    }
}
