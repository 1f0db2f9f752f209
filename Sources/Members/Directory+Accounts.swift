import GRDB
package import Storage

extension Directory {
    package enum Refusal: Error, Equatable {
        case emailTaken
        case lastAdministrator
        case unknownMember
    }

    /// Adds someone with a password that is shown to whoever adds them. An invitation to the address ends.
    package func add(
        _ name: PersonName, email: EmailAddress, roles: Set<Role>, password: Password
    ) async throws -> PersonID {
        let hash = try await hasher.hash(password)
        let id = world.id(of: Person.self)
        try await database.write { [world] db in
            let taken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE email = ?)", arguments: [email])
            if taken == true { throw Refusal.emailTaken }
            try Self.endInvitations(of: email, db)
            try Self.insert(db, id, name, email, roles, hash, world.today)
        }
        return id
    }

    package func set(roles: Set<Role>, of id: PersonID) async throws {
        try await database.write { db in
            guard try Self.exists(db, id) else { throw Refusal.unknownMember }
            try db.execute(sql: "DELETE FROM role WHERE member = ?", arguments: [id])
            try Self.insert(db, roles, of: id)
            try Self.keepAnAdministrator(db)
        }
    }

    /// Sets a password someone else chose or made, and ends every session: the owner signs in anew.
    package func reset(_ password: Password, of id: PersonID) async throws {
        let hash = try await hasher.hash(password)
        try await database.write { db in
            guard try Self.exists(db, id) else { throw Refusal.unknownMember }
            try Self.set(hash, of: id, db)
            try db.execute(sql: "DELETE FROM session WHERE member = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM link WHERE member = ?", arguments: [id])
        }
    }

    /// The first step of erasing: the person can no longer sign in or be found. What other rooms hold goes next.
    package func beginErasing(_ id: PersonID) async throws {
        try await database.write { db in
            guard try Self.exists(db, id) else { throw Refusal.unknownMember }
            try db.execute(sql: "DELETE FROM role WHERE member = ?", arguments: [id])
            try Self.keepAnAdministrator(db)
            try db.execute(sql: "DELETE FROM session WHERE member = ?", arguments: [id])
            try db.execute(sql: "UPDATE member SET erasing = 1 WHERE id = ?", arguments: [id])
        }
    }

    /// Those whose erasing began and was cut short: repeating it does no harm.
    package func halfErased() async throws -> [PersonID] {
        try await database.read { db in try PersonID.fetchAll(db, sql: "SELECT id FROM member WHERE erasing = 1") }
    }

    /// The last step: nothing of the person is left here.
    package func finishErasing(_ id: PersonID) async throws {
        try await database.write { db in
            // Mail that was asked for by typing the address names no member.
            for rows in ["mail WHERE recipient", "link WHERE email"] {
                try db.execute(
                    sql: "DELETE FROM \(rows) IN (SELECT email FROM member WHERE id = ? AND erasing = 1)",
                    arguments: [id])
            }
            try db.execute(sql: "DELETE FROM member WHERE id = ? AND erasing = 1", arguments: [id])
        }
    }

    static func insert(
        _ db: Database, _ id: PersonID, _ name: PersonName, _ email: EmailAddress, _ roles: Set<Role>,
        _ hash: PasswordHash, _ joined: Day
    ) throws {
        try db.execute(
            sql: "INSERT INTO member (id, name, email, password, joined) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, name.text, email, hash, joined])
        try insert(db, roles, of: id)
    }

    static func set(_ hash: PasswordHash, of id: PersonID, _ db: Database) throws {
        try db.execute(sql: "UPDATE member SET password = ? WHERE id = ?", arguments: [hash, id])
    }

    private static func insert(_ db: Database, _ roles: Set<Role>, of id: PersonID) throws {
        for role in roles.sorted() {
            try db.execute(sql: "INSERT INTO role (member, role) VALUES (?, ?)", arguments: [id, role.rawValue])
        }
    }

    private static func exists(_ db: Database, _ id: PersonID) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE id = ? AND erasing = 0)", arguments: [id])
            == true
    }

    private static func keepAnAdministrator(_ db: Database) throws {
        let someone = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM role WHERE role = 'administrator')")
        if someone != true { throw Refusal.lastAdministrator }
    }
}
