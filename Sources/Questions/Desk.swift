package import Foundation
import GRDB
package import Storage

/// The store of `questions.sqlite`: what is asked, decided, answered and published.
package struct Desk: Sendable {
    let database: DatabasePool
    let world: World

    package init(folder: URL, world: World) throws {
        database = try RoomFile.open(folder.appending(path: "questions.sqlite"), migrations: Schema.migrations)
        self.world = world
    }

    /// Why an act did not happen.
    package enum Refusal: Error, Equatable {
        /// Someone decided in between: what they did must be seen first.
        case changedMeanwhile
        /// There is no such question, or it is no longer open.
        case gone
        /// Nobody releases their own answer.
        case ownAnswer
        /// The question is another expert's, or nobody's.
        case notYours
        /// The person does not answer questions.
        case notAnExpert
        case wordsNotFound
    }

    package func question(_ id: ID<Question>) async throws -> Question? {
        try await database.read { db in try Self.question(db, id) }
    }

    static func question(_ db: Database, _ id: ID<Question>) throws -> Question? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT question.*, topic.name, topic.about FROM question JOIN topic ON topic.slug = question.topic
                WHERE id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let redactions = try Row.fetchAll(
            db, sql: "SELECT start, length, kind FROM redaction WHERE question = ? ORDER BY start", arguments: [id])
        let answer = try Row.fetchOne(db, sql: "SELECT expert, text FROM answer WHERE question = ?", arguments: [id])
        return Question(
            id: id, topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]), text: row["text"],
            redactions: redactions.map(Redaction.init(row:)), step: Step(row: row), version: row["version"],
            received: row["received"], answer: answer.map { Answer(expert: $0["expert"], text: $0["text"]) })
    }

    /// One decision of staff: it changes the question only if nobody else did since `version`, and is written down.
    func decide(
        _ decision: Decision, on id: ID<Question>, version: Int,
        by change: @escaping @Sendable (Database, Question) throws -> Void
    ) async throws {
        try await database.write { [world] db in
            guard let question = try Self.question(db, id), question.step.isOpen else { throw Refusal.gone }
            guard question.version == version else { throw Refusal.changedMeanwhile }
            try decision.record(db, on: id, version: version, world)
            try change(db, question)
            try db.execute(sql: "UPDATE question SET version = version + 1 WHERE id = ?", arguments: [id])
        }
    }
}

extension Redaction {
    fileprivate init(row: Row) {
        let start: Int = row["start"]
        let length: Int = row["length"]
        self.init(bytes: start..<start + length, kind: Kind(rawValue: row["kind"]) ?? .caseDetail)
    }
}

extension Step {
    package var isOpen: Bool {
        switch self {
        case .received, .withExpert, .answered: true
        case .published, .declined: false
        }
    }

    init(row: Row) {
        let expert: PersonID? = row["expert"]
        switch (row["step"] as String, expert) {
        case ("with expert", let expert?): self = .withExpert(expert)
        case ("answered", let expert?): self = .answered(by: expert)
        case ("published", _): self = .published
        case ("declined", _): self = .declined(reason: row["reason"] ?? "")
        default: self = .received
        }
    }
}
