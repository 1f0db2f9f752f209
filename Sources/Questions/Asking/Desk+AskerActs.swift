import Foundation
import GRDB
import Storage

extension Desk {
    /// Takes what an asker decided, for the next batch. Until then a later word of the same kind takes its place.
    /// - Parameter version: of the standing the asker was shown.
    /// - Throws: `Refusal.changedMeanwhile` where the desk has gone on since, `.gone` where the step does not offer it.
    package func take(_ act: AskerAct, through receipt: Receipt, version: Int) async throws {
        try await database.write { db in
            guard let standing = try Self.standing(of: receipt, db) else { throw Refusal.gone }
            if act.kind.answersWhatWasShown && standing.version != version { throw Refusal.changedMeanwhile }
            guard standing.offers.contains(act.kind) else { throw Refusal.gone }
            try PendingActs.save(act, seen: version, of: receipt.hash, db)
        }
    }

    /// Hides a question from the desk at once and deletes its text; the next batch clears the last copy from the log.
    /// Doing it again changes nothing.
    /// - Throws: `Refusal.alreadyPublished`, or `.gone` where no question has this receipt.
    package func withdraw(_ receipt: Receipt) async throws {
        try await database.write { [world] db in
            try Self.receive(receipt.hash, world, db)
            guard let question = try Self.question(with: receipt, db) else { throw Refusal.gone }
            if question.step == .published { throw Refusal.alreadyPublished }
            try PendingActs.forget(receipt.hash, db)
            guard question.step != .withdrawn else { return }
            try Self.move(question, to: .withdrawn, on: world.today, db)
            try Self.bump(question.id, db)
        }
    }

    /// At a batch: brings in what one asker decided. What comes too late for its step is kept as a proposal where it
    /// holds words, and dropped where it does not.
    static func apply(actsOf receipt: Data, on today: Day, _ db: Database) throws {
        let acts = try PendingActs.all(of: receipt, db)
        guard !acts.isEmpty else { return }
        try PendingActs.forget(receipt, db)
        let id = try ID<Question>.fetchOne(db, sql: "SELECT id FROM question WHERE receipt = ?", arguments: [receipt])
        guard let id else { return }
        for pending in acts {
            // Each sees what the one before it left.
            guard let question = try question(db, id) else { return }
            guard question.step.isOpen || pending.act.kind == .appeal else { continue }
            try apply(pending, to: question, on: today, db)
        }
        try bump(id, db)
    }

    private static func apply(
        _ pending: PendingActs.Pending, to question: Question, on today: Day, _ db: Database
    ) throws {
        let id = question.id
        switch pending.act {
        case .agree:
            guard pending.seen >= question.worded else { return }
            try db.execute(
                sql: "UPDATE question SET consent = 'agreed', proposal = NULL WHERE id = ?", arguments: [id])
        case .object(let wording):
            try object(to: question, proposing: wording?.text, on: today, db)
        case .reply(let reply):
            try db.execute(
                sql: "UPDATE clarification SET reply = ? WHERE question = ? AND reply IS NULL",
                arguments: [reply.text, id])
        case .resubmit(let wording):
            guard question.step.kind == .changesAsked else {
                return try object(to: question, proposing: wording.text, on: today, db)
            }
            try replaceWords(of: question, with: wording.text, on: today, db)
            try move(question, to: .received, on: today, db)
            try db.execute(sql: "UPDATE question SET received = ? WHERE id = ?", arguments: [today, id])
        case .appeal(let appeal):
            try hear(appeal, against: question, on: today, db)
        case .keepPrivate:
            try db.execute(sql: "UPDATE question SET private = 'asker' WHERE id = ?", arguments: [id])
        case .exclude(let people):
            try exclude(people, from: question, on: today, db)
        }
    }

    /// No word of it is published as it stands, even where a moderator has released it.
    private static func object(
        to question: Question, proposing words: String?, on today: Day, _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE question SET consent = 'objected', proposal = coalesce(?, proposal) WHERE id = ?",
            arguments: [words, question.id])
        try takeBack(question, on: today, db)
    }

    /// An expert who is left out loses the question, and an answer of theirs that is not out yet is dropped.
    private static func exclude(
        _ people: Set<PersonID>, from question: Question, on today: Day, _ db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM exclusion WHERE question = ?", arguments: [question.id])
        for person in people.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            try db.execute(
                sql: "INSERT INTO exclusion (question, person) VALUES (?, ?)", arguments: [question.id, person])
        }
        for answer in question.answers where people.contains(answer.expert) {
            try dropAnswer(of: answer.expert, to: question.id, db)
        }
        guard let expert = question.step.expert, people.contains(expert) else { return }
        let left = question.answers.last { !people.contains($0.expert) }
        try move(question, to: left.map { .answered(by: $0.expert) } ?? .received, on: today, db)
    }
}
