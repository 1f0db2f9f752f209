import GRDB
package import Storage

extension Desk {
    /// Whom an answer is for.
    package enum Readers: Sendable {
        case everybody
        /// It is shown at the receipt, and nothing is published.
        case asker
    }

    /// Approves a question with its answer for the next batch. Where something is hidden that the asker has not agreed
    /// to, the batches wait for their word; after `Consent.days` without it the answer is for them alone.
    package func release(
        _ id: ID<Question>, to readers: Readers = .everybody, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .released, person: person), on: id, version: version) { db, question in
            guard case .answered(let expert) = question.step else { throw Refusal.gone }
            guard expert != person else { throw Refusal.ownAnswer }
            let isPrivate = question.privacy != nil || readers == .asker
            guard isPrivate || question.consent != .objected else { throw Refusal.askerObjects }
            let until = !isPrivate && question.consent == .asked ? today + Consent.days : nil
            try Self.move(question, to: .approved(answerBy: expert, until: until), on: today, db)
            if readers == .asker {
                try db.execute(
                    sql: "UPDATE question SET private = coalesce(private, 'desk') WHERE id = ?", arguments: [id])
            }
        }
    }

    /// Takes a release back before the batch.
    package func takeBack(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .tookBack, person: person), on: id, version: version) { db, question in
            guard question.step.kind == .approved else { throw Refusal.gone }
            try Self.takeBack(question, on: today, db)
        }
    }

    /// At a batch: publishes an approved question, gives its answer to the asker alone, or lets it wait for their word.
    static func settle(_ question: Question, _ world: World, _ db: Database) throws {
        let today = world.today
        guard case .approved(answerBy: _, let until) = question.step, let answer = question.answer else { return }
        if question.privacy != nil {
            try move(question, to: .answeredPrivately, on: today, db)
        } else if question.consent.allowsPublishing {
            try publish(
                question.redacted, topic: question.topic.slug, answer, as: question.id, today.month, world, db)
            try move(question, to: .published, on: today, db)
        } else if let until, until < today {
            try move(question, to: .answeredPrivately, on: today, db)
        }
    }

    /// Publishes what was asked and answered elsewhere, such as a community's earlier questions.
    package func publish(
        _ text: String, topic: String, answer: Answer.Draft, by expert: PersonID, month: Month
    ) async throws {
        try await database.write { [world] db in
            try Self.publish(
                text, topic: topic, Answer(expert: expert, text: answer.text), as: world.id(), month, world, db)
        }
    }

    private static func publish(
        _ text: String, topic: String, _ answer: Answer, as id: ID<Question>, _ month: Month,
        _ world: World, _ db: Database
    ) throws {
        let number = try freeNumber(in: month, world, db)
        try db.execute(
            sql: "INSERT INTO published (number, id, topic, text, month) VALUES (?, ?, ?, ?, ?)",
            arguments: [number, id, topic, text, month])
        try db.execute(
            sql: "INSERT INTO published_answer (question, expert, text) VALUES (?, ?, ?)",
            arguments: [number, answer.expert, answer.text])
        try db.execute(
            sql: "INSERT INTO published_words (rowid, question, answer) VALUES (?, ?, ?)",
            arguments: [number, text, answer.text])
    }
}
