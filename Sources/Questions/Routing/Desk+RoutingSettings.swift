import GRDB

extension Desk {
    package func routing() async throws -> RoutingSettings {
        try await database.read { db in try Self.routing(db) }
    }

    static func routing(_ db: Database) throws -> RoutingSettings {
        var settings = RoutingSettings()
        let row = try Row.fetchOne(db, sql: "SELECT automatic, accept_days, answer_days FROM routing_setting")
        guard let row else { return settings }
        settings.isAutomatic = row["automatic"]
        settings.daysToAccept = row["accept_days"]
        settings.daysToAnswer = row["answer_days"]
        return settings
    }

    package func save(_ settings: RoutingSettings) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM routing_setting")
            try db.execute(
                sql: "INSERT INTO routing_setting (one, automatic, accept_days, answer_days) VALUES (1, ?, ?, ?)",
                arguments: [settings.isAutomatic, settings.daysToAccept, settings.daysToAnswer])
        }
    }
}
