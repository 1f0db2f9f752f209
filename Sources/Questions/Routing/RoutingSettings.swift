import GRDB
package import Storage

/// How questions find their expert.
package struct RoutingSettings: Sendable, Equatable {
    /// Whether the desk chooses where a moderator has not, and chooses again where an expert declines or lets time run
    /// out.
    package var isAutomatic = false
    /// Days an expert has to accept a question.
    package var daysToAccept = 3
    /// Days an expert has to answer it, from the day they accepted it.
    package var daysToAnswer = 10
    /// While the asker is asked something, that many more.
    static let daysForReply = 14

    package init() {}

    /// Checks what was typed.
    package init(isAutomatic: Bool, daysToAccept: String, daysToAnswer: String) throws(InvalidFields) {
        var wrong: [Invalid] = []
        func days(_ typed: String, _ field: String) -> Int {
            if let days = Int(PlainText.cleaned(typed)), (1...60).contains(days) { return days }
            wrong.append(Invalid(field, "Write a number of days from 1 to 60."))
            return 1
        }
        self.isAutomatic = isAutomatic
        self.daysToAccept = days(daysToAccept, "days-to-accept")
        self.daysToAnswer = days(daysToAnswer, "days-to-answer")
        guard wrong.isEmpty else { throw InvalidFields(wrong) }
    }
}

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
