import Foundation
import GRDB
package import Storage

/// What an administrator can set for the whole community.
package struct CommunitySettings: Sendable, Equatable {
    /// Shown on the home page and in feeds.
    package var name: String
    /// Where people reach the community's team; shown on the terms, and beside the serious-risk advice.
    package var contact: String
    package var whoMayAsk: WhoMayAsk
    /// Whether someone who is both expert and moderator may act as moderator.
    package var expertsMayModerate: Bool
    /// Whether anybody with an address can join. It takes mail.
    package var openJoining = false

    static let initial = CommunitySettings(
        checked: "Riffle", "the person who invited you", .members, true)

    /// Checks what was typed.
    package init(
        name: String, contact: String, whoMayAsk: WhoMayAsk, expertsMayModerate: Bool
    ) throws(Invalid) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        let contact = contact.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...80).contains(name.count) else {
            throw Invalid("name", "Give the community a name of 1 to 80 characters.")
        }
        guard (1...200).contains(contact.count) else {
            throw Invalid("contact", "Say in 1 to 200 characters how people reach your team.")
        }
        self = CommunitySettings(checked: name, contact, whoMayAsk, expertsMayModerate)
    }

    private init(checked name: String, _ contact: String, _ whoMayAsk: WhoMayAsk, _ expertsMayModerate: Bool) {
        self.name = name
        self.contact = contact
        self.whoMayAsk = whoMayAsk
        self.expertsMayModerate = expertsMayModerate
    }
}

/// Who may send a question to the desk.
package enum WhoMayAsk: String, CaseIterable, Sendable {
    /// Whoever holds a token, which members draw. Nobody can tell which of them.
    case members
    /// Whoever opens the page, held back by a gate on all questions together.
    case anyone
}

extension Directory {
    package func settings() async throws -> CommunitySettings {
        try await database.read { db in try Self.settings(db) }
    }

    static func settings(_ db: Database) throws -> CommunitySettings {
        let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting")
        let stored = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] as String, $0["value"] as String) })
        var settings = CommunitySettings.initial
        settings.name = stored["name"] ?? settings.name
        settings.contact = stored["contact"] ?? settings.contact
        settings.whoMayAsk = stored["who-may-ask"].flatMap(WhoMayAsk.init) ?? settings.whoMayAsk
        settings.openJoining = stored["open-joining"] == "yes"
        settings.expertsMayModerate = stored["experts-may-moderate"].map { $0 == "yes" } ?? settings.expertsMayModerate
        return settings
    }

    package func save(_ settings: CommunitySettings) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM setting")
            let stored = [
                ("name", settings.name), ("contact", settings.contact), ("who-may-ask", settings.whoMayAsk.rawValue),
                ("experts-may-moderate", settings.expertsMayModerate ? "yes" : "no"),
                ("open-joining", settings.openJoining ? "yes" : "no"),
            ]
            for (name, value) in stored {
                try db.execute(sql: "INSERT INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
            }
        }
    }
}
