import GRDB

extension Desk {
    package func topics() async throws -> [Topic] {
        try await database.read { db in try Self.topics(db) }
    }

    static func topics(_ db: Database) throws -> [Topic] {
        try Row.fetchAll(db, sql: "SELECT slug, name, about FROM topic ORDER BY place, slug").map {
            Topic(slug: $0["slug"], name: $0["name"], about: $0["about"])
        }
    }

    /// Adds a topic at the end, or changes the words of the one with the same slug.
    package func save(_ topic: Topic) async throws {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE topic SET name = ?, about = ? WHERE slug = ?",
                arguments: [topic.name, topic.about, topic.slug])
            if db.changesCount > 0 { return }
            try db.execute(
                sql: """
                    INSERT INTO topic (slug, name, about, place)
                    SELECT ?, ?, ?, coalesce(max(place), 0) + 1 FROM topic
                    """, arguments: [topic.slug, topic.name, topic.about])
        }
    }

    /// Removes a topic nobody ever asked under.
    /// - Returns: false if it holds questions and so stays.
    package func removeTopic(_ slug: String) async throws -> Bool {
        try await database.write { db in
            let isUsed = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM question WHERE topic = ?1)
                        OR EXISTS (SELECT 1 FROM arrival WHERE topic = ?1)
                        OR EXISTS (SELECT 1 FROM published WHERE topic = ?1)
                    """, arguments: [slug])
            guard isUsed == false else { return false }
            try db.execute(sql: "DELETE FROM topic WHERE slug = ?", arguments: [slug])
            return true
        }
    }
}
