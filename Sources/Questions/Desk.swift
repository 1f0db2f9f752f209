package import Foundation
import GRDB
package import Storage

/// The store of `questions.sqlite`: what is asked, decided, answered and published.
package struct Desk: Sendable {
    let database: DatabasePool
    let world: World
    let keys: KeyRing
    let specialties = DeclaredSpecialties()
    /// What searches are answered from, kept in memory.
    let index: PublishedIndex

    package init(folder: URL, world: World) throws { try self.init(folder: folder, world: world, index: .init()) }

    init(folder: URL, world: World, index: PublishedIndex) throws {
        self.index = index
        database = try RoomFile.open(folder.appending(path: "questions.sqlite"), migrations: Schema.migrations)
        self.world = world
        keys = KeyRing(database, world: world)
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
        /// The asker keeps the question from this person.
        case excludedByAsker
        case wordsNotFound
        /// Part of these words is hidden, and part is not.
        case overlapsHidden
        /// The words begin or end within a character, such as an emoji made of several.
        case splitsCharacter
        /// The question is already as it would be afterwards.
        case soAlready
        /// The asker does not want these words published.
        case askerObjects
        /// The asker has not replied to the last clarifying question yet.
        case clarificationOpen
        /// What is published cannot be withdrawn by its receipt.
        case alreadyPublished
        /// The expert has answered this question already.
        case hasAnswered
        /// Another window has saved another draft.
        case draftChanged
        case tooLong
        /// There is no such published question, or one that is superseded itself.
        case noSuccessor
        /// Who declined a question does not decide on its asker's appeal.
        case ownDecision
        /// Nobody decides on a report of what they wrote.
        case ownWords
        /// No expert was named, and the desk does not choose of itself.
        case expertNotChosen
        /// The desk chooses, and nobody who fits is there.
        case nobodyFree
    }

    /// A question as somebody on the staff may see it; nil also where it was withdrawn or is kept from them.
    package func question(_ id: ID<Question>, for person: PersonID) async throws -> Question? {
        try await database.read { db in
            guard let question = try Self.question(db, id), question.step != .withdrawn,
                !question.excluded.contains(person)
            else { return nil }
            return question
        }
    }

    static func question(_ db: Database, _ id: ID<Question>) throws -> Question? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT question.*, topic.name, topic.about,
                    EXISTS (SELECT 1 FROM urgent WHERE urgent.question = question.id) AS urgent
                FROM question JOIN topic ON topic.slug = question.topic
                WHERE id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let redactions = try Row.fetchAll(
            db, sql: "SELECT start, length, kind FROM redaction WHERE question = ? ORDER BY start", arguments: [id])
        let excluded = try PersonID.fetchAll(
            db, sql: "SELECT person FROM exclusion WHERE question = ?", arguments: [id])
        return Question(
            id: id, topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]), text: row["text"],
            redactions: redactions.map(Redaction.init(row:)), step: Step(row: row), version: row["version"],
            received: row["received"], answers: try answers(to: id, db),
            consent: Consent(row["consent"], hidesSomething: !redactions.isEmpty), proposal: row["proposal"],
            privacy: (row["private"] as String?).flatMap(Privacy.init), thread: try thread(of: id, db),
            excluded: Set(excluded), isUrgent: row["urgent"],
            assignment: try Assignment.of(id, db), worded: row["worded"], since: row["since"])
    }

    /// One decision of staff: it changes the question only if nobody else did since `version`, and is written down.
    func decide(
        _ decision: Decision, on id: ID<Question>, version: Int,
        by change: @escaping @Sendable (Database, Question) throws -> Void
    ) async throws {
        try await database.write { [world] db in
            guard let question = try Self.question(db, id), question.step.isOpen,
                !question.excluded.contains(decision.person)
            else { throw Refusal.gone }
            guard question.version == version else { throw Refusal.changedMeanwhile }
            try Self.refuseOwnAppeal(decision, on: id, db)
            try decision.record(db, on: id, version: version, world)
            try change(db, question)
            try Self.bump(id, db)
            try Self.prolongLease(on: id, of: decision.person, world, db)
        }
    }

    /// Makes every decision stale that was made on what the question was until now.
    static func bump(_ id: ID<Question>, _ db: Database) throws {
        try db.execute(sql: "UPDATE question SET version = version + 1 WHERE id = ?", arguments: [id])
    }
}

extension Consent {
    fileprivate init(_ stored: String?, hidesSomething: Bool) {
        switch stored {
        case "objected": self = .objected
        case _ where !hidesSomething: self = .notNeeded
        case "agreed": self = .agreed
        default: self = .asked
        }
    }
}

extension Redaction {
    init(row: Row) {
        let start: Int = row["start"]
        let length: Int = row["length"]
        self.init(bytes: start..<start + length, kind: Kind(rawValue: row["kind"]) ?? .caseDetail)
    }
}
