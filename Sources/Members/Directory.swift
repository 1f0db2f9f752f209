package import Foundation
import GRDB
package import Storage

/// The store of `members.sqlite`: who there is, what they may do, and who is signed in.
package struct Directory: Sendable {
    let database: DatabasePool
    let world: World
    let hasher: PasswordHasher
    let accountThrottle: Throttle
    let networkThrottle: Throttle
    /// Mail that anybody may have sent to an address by typing it: a few an hour to each, and from each network.
    let mailThrottles: (address: Throttle, network: Throttle, everybody: Throttle)
    /// How many tokens each member has drawn this week.
    package let allowance: Allowance

    package init(folder: URL, world: World, passwordCost: ScryptCost = .standard) throws {
        database = try RoomFile.open(folder.appending(path: "members.sqlite"), migrations: Schema.migrations)
        self.world = world
        hasher = try PasswordHasher(cost: passwordCost, world: world)
        accountThrottle = Throttle(limit: 10, seconds: 15 * 60, world: world)
        allowance = Allowance(world: world)
        networkThrottle = Throttle(limit: 60, seconds: 15 * 60, world: world)
        mailThrottles = (
            Throttle(limit: 3, seconds: 3_600, world: world), Throttle(limit: 20, seconds: 3_600, world: world),
            Throttle(limit: 300, seconds: 3_600, world: world)
        )
    }

    /// Everybody, by name.
    package func members() async throws -> [Member] {
        try await database.read { db in
            try Self.members(db, where: "erasing = 0 ORDER BY name COLLATE NOCASE, id")
        }
    }

    package func member(_ id: PersonID) async throws -> Member? {
        try await database.read { db in try Self.members(db, where: "id = ? AND erasing = 0", [id]).first }
    }

    package func member(email: EmailAddress) async throws -> Member? {
        try await database.read { db in try Self.members(db, where: "email = ? AND erasing = 0", [email]).first }
    }

    package func members(with role: Role) async throws -> [Member] {
        try await members().filter { $0.roles.contains(role) }
    }

    /// Names by id, for pages that show who wrote what. Who has left is not in it.
    package func names() async throws -> [PersonID: String] {
        try await database.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, name FROM member WHERE erasing = 0")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["name"]) })
        }
    }

    static func members(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws
        -> [Member]
    {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, name, email, joined,
                       (SELECT group_concat(role) FROM role WHERE role.member = member.id) AS roles
                FROM member WHERE \(condition)
                """, arguments: arguments)
        return rows.map(Member.init(row:))
    }
}

extension Member {
    init(row: Row) {
        self.init(
            id: row["id"], name: row["name"], email: row["email"], roles: Role.set(row["roles"] ?? ""),
            joined: row["joined"])
    }
}

extension Role {
    /// Roles as they are stored: names with commas between.
    static func set(_ text: String) -> Set<Role> {
        Set(text.split(separator: ",").compactMap { Role(rawValue: String($0)) })
    }
    static func text(_ roles: Set<Role>) -> String { roles.sorted().map(\.rawValue).joined(separator: ",") }
}
