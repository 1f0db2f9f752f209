import GRDB
import Markdown
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
            guard !question.answers.contains(where: { $0.expert == person }) else { throw Refusal.ownAnswer }
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
        guard case .approved(answerBy: _, let until) = question.step, !question.answers.isEmpty else { return }
        if question.privacy != nil {
            try move(question, to: .answeredPrivately, on: today, db)
        } else if question.consent.allowsPublishing {
            try publish(
                question.redacted, topic: question.topic.slug, question.answers, as: question.id, today.month,
                version: question.version + 1, world, db)
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
            let answers = [Answer(answer, by: expert)]
            try Self.publish(text, topic: topic, answers, as: world.id(), month, version: 1, world, db)
        }
    }

    private static func publish(
        _ text: String, topic: String, _ answers: [Answer], as id: ID<Question>, _ month: Month, version: Int,
        _ world: World, _ db: Database
    ) throws {
        let number = try freeNumber(in: month, world, db)
        try db.execute(
            sql: "INSERT INTO published (number, id, topic, text, month, version) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [number, id, topic, text, month, version])
        for (place, answer) in answers.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO published_answer (number, question, expert, place, text, builds_on, review_by)
                    VALUES (?1 * 1024 + ?3, ?1, ?2, ?3, ?4, ?5, ?6)
                    """,
                arguments: [number, answer.expert, place + 1, answer.text, answer.buildsOn, answer.reviewBy])
            try putSources(answer.sources, of: answer.expert, to: number, db)
        }
        let plain = answers.map(\.plain).joined(separator: "\n\n")
        try db.execute(
            sql: "INSERT INTO published_words (rowid, question, answer) VALUES (?, ?, ?)",
            arguments: [number, text, plain])
    }

    static func putSources(
        _ sources: [Answer.Source], of expert: PersonID, to number: Int64, _ db: Database
    ) throws {
        for (place, source) in sources.enumerated() {
            try db.execute(
                sql: "INSERT INTO published_source (question, expert, place, title, address) VALUES (?, ?, ?, ?, ?)",
                arguments: [number, expert, place, source.title, source.address.text])
        }
    }
}
