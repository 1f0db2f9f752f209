import GRDB

extension Desk {
    package func words(of topic: String) async throws -> TopicWords {
        try await database.read { db in try Self.words(db)[topic] ?? TopicWords(stored: []) }
    }

    /// What each topic's words say of a text.
    func specialties(_ db: Database) throws -> Specialties {
        let words = try Self.words(db)
        return specialties.of(try Self.topics(db).map { ($0, words[$0.slug] ?? TopicWords(stored: [])) })
    }

    /// Of every topic that has any.
    static func words(_ db: Database) throws -> [String: TopicWords] {
        let rows = try Row.fetchCursor(db, sql: "SELECT topic, word, telling FROM topic_word ORDER BY topic, word")
        var words: [String: [TopicWords.Word]] = [:]
        while let row = try rows.next() {
            words[row[0], default: []].append(TopicWords.Word(text: row[1], isTelling: row[2]))
        }
        return words.mapValues(TopicWords.init(stored:))
    }

    /// Puts these words in the place of all that a topic had. A topic that does not exist is passed over.
    package func save(_ words: TopicWords, of topic: String) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM topic_word WHERE topic = ?", arguments: [topic])
            for word in words.words {
                try db.execute(
                    sql: "INSERT INTO topic_word (topic, word, telling) SELECT slug, ?, ? FROM topic WHERE slug = ?",
                    arguments: [word.text, word.isTelling, topic])
            }
        }
    }
}
