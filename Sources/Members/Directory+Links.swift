import Foundation
import GRDB
import Storage

extension Directory {
    /// - Returns: the secret, which is stored nowhere.
    func link(
        opening purpose: LinkPurpose, of member: PersonID?, _ email: EmailAddress, hours: Int, _ db: Database
    ) throws -> String {
        let end = world.now() + Double(hours) * 3_600
        let secret = LinkSecret(until: end, world).text
        try db.execute(
            sql: "INSERT INTO link (secret, opens, member, email, until) VALUES (?, ?, ?, ?, ?)",
            arguments: [Self.hash(secret), purpose.rawValue, member, email, Day(containing: end)])
        return secret
    }

    /// Whose link it is and which address it names, if it still opens anything.
    static func opened(
        _ secret: String, for purpose: LinkPurpose, _ world: World, _ db: Database
    ) throws -> (member: PersonID?, email: EmailAddress)? {
        guard !LinkSecret.isOver(secret, at: world.now()) else { return nil }
        return try Row.fetchOne(
            db,
            sql: """
                SELECT member, email FROM link WHERE secret = ? AND opens = ?
                    AND (member IS NULL OR member IN (SELECT id FROM member WHERE erasing = 0))
                """, arguments: [hash(secret), purpose.rawValue]
        ).map { (member: $0["member"], email: $0["email"]) }
    }

    /// Whether the page behind a link has anything to show.
    package func opens(_ secret: String, _ purpose: LinkPurpose) async throws -> Bool {
        try await database.read { [world] db in try Self.opened(secret, for: purpose, world, db) != nil }
    }
}
