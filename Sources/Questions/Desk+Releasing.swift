import GRDB
package import Storage

extension Desk {
    /// Publishes a question with its answer. From here on only the month of it is known.
    package func release(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        let month = world.today.month
        try await decide(Decision(act: .released, person: person), on: id, version: version) { db, question in
            guard case .answered(let expert) = question.step, let answer = question.answer else { throw Refusal.gone }
            guard expert != person else { throw Refusal.ownAnswer }
            try Self.publish(question.redacted, topic: question.topic.slug, answer, as: id, month, db)
            try db.execute(
                sql: "UPDATE question SET step = 'published', received = substr(received, 1, 7) WHERE id = ?",
                arguments: [id])
            try Self.forgetDays(of: id, db)
        }
    }

    /// Publishes what was asked and answered elsewhere, such as a community's earlier questions.
    package func publish(
        _ text: String, topic: String, answer: Answer.Draft, by expert: PersonID, month: Month
    ) async throws {
        try await database.write { [world] db in
            try Self.publish(
                text, topic: topic, Answer(expert: expert, text: answer.text), as: world.id(), month, db)
        }
    }

    private static func publish(
        _ text: String, topic: String, _ answer: Answer, as id: ID<Question>, _ month: Month, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO published (id, topic, text, month) VALUES (?, ?, ?, ?)",
            arguments: [id, topic, text, month])
        let number = db.lastInsertedRowID
        try db.execute(
            sql: "INSERT INTO published_answer (question, expert, text) VALUES (?, ?, ?)",
            arguments: [number, answer.expert, answer.text])
        try db.execute(
            sql: "INSERT INTO published_words (rowid, question, answer) VALUES (?, ?, ?)",
            arguments: [number, text, answer.text])
    }
}
