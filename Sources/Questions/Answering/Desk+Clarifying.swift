import GRDB
package import Storage

extension Desk {
    /// Asks the asker something. They see it at their receipt; one such question is open at a time.
    package func clarify(
        _ id: ID<Question>, _ remark: Remark, version: Int, by expert: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .clarified, person: expert), on: id, version: version) { db, question in
            guard question.step == .withExpert(expert) else { throw Refusal.notYours }
            guard question.openClarification == nil else { throw Refusal.clarificationOpen }
            try db.execute(
                sql: "INSERT INTO clarification (question, place, expert, text) VALUES (?, ?, ?, ?)",
                arguments: [id, question.thread.count + 1, expert, remark.text])
            try Assignment.accept(id, on: today, db)
        }
    }

    static func thread(of id: ID<Question>, _ db: Database) throws -> [Clarification] {
        try Row.fetchAll(
            db, sql: "SELECT expert, text, reply FROM clarification WHERE question = ? ORDER BY place",
            arguments: [id]
        ).map { Clarification(expert: $0["expert"], text: $0["text"], reply: $0["reply"]) }
    }
}
