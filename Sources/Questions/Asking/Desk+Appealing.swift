import GRDB
package import Storage

extension Desk {
    /// An appeal as the staff see it.
    package struct Heard: Sendable {
        package let appeal: Appeal
        /// Who decides nothing more about the question.
        package let against: PersonID?
    }

    /// The appeal that brought a question back, if one did; nil also where the question is kept from this person.
    package func appeal(on id: ID<Question>, for person: PersonID) async throws -> Heard? {
        try await database.read { db in
            let isKept = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM exclusion WHERE question = ? AND person = ?)",
                arguments: [id, person])
            return isKept == true ? nil : try Self.appeal(on: id, db)
        }
    }

    static func appeal(on id: ID<Question>, _ db: Database) throws -> Heard? {
        try Row.fetchOne(db, sql: "SELECT words, against FROM appeal WHERE question = ?", arguments: [id]).map {
            Heard(appeal: Appeal(stored: $0["words"]), against: $0["against"])
        }
    }

    /// At a batch: brings a declined question back to the queue, once. Where it was declined because the asker sent no
    /// changes, whoever asked for these counts as the one who declined.
    static func hear(_ appeal: Appeal, against question: Question, on today: Day, _ db: Database) throws {
        guard question.step.kind == .declined, try self.appeal(on: question.id, db) == nil else { return }
        try db.execute(
            sql: """
                INSERT INTO appeal (question, words, against) VALUES (?1, ?2, (
                    SELECT person FROM decision
                    WHERE question = ?1 AND act IN ('declined', 'asked for changes') ORDER BY version DESC LIMIT 1))
                """, arguments: [question.id, appeal.words])
        // An answer given before does not stand at the first step; who reads the appeal gives it to an expert anew.
        try db.execute(sql: "DELETE FROM answer WHERE question = ?", arguments: [question.id])
        try move(question, to: .received, on: today, db)
    }

    /// Who declined it may answer it as an expert, where somebody else asks them to, but decides nothing more.
    static func refuseOwnAppeal(_ decision: Decision, on id: ID<Question>, _ db: Database) throws {
        switch decision.act {
        case .accepted, .answered, .clarified, .handedBack: return
        default:
            if try appeal(on: id, db)?.against == decision.person { throw Refusal.ownDecision }
        }
    }
}
