import GRDB
import Markdown
package import Storage

extension Question {
    /// Where it goes when the expert it is with does not answer: on with the answers there are, or back to the queue.
    func step(without expert: PersonID) -> Step {
        answers.last { $0.expert != expert }.map { .answered(by: $0.expert) } ?? .received
    }
}

extension Desk {
    /// Gives an answered question to one more expert, whose answer comes beside those that are there.
    package func askAnother(
        _ expert: PersonID, about id: ID<Question>, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .askedAnother, person: person), on: id, version: version) { db, question in
            guard question.step.kind == .answered else { throw Refusal.gone }
            let isExpert = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM expert WHERE person = ?)", arguments: [expert])
            guard isExpert == true else { throw Refusal.notAnExpert }
            guard !question.excluded.contains(expert) else { throw Refusal.excludedByAsker }
            guard !question.answers.contains(where: { $0.expert == expert }) else { throw Refusal.hasAnswered }
            try Self.move(question, to: .withExpert(expert), on: today, db)
        }
    }

    /// Stops waiting for a further answer: the ones that are there go on to release.
    package func stopWaiting(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .wentOn, person: person), on: id, version: version) { db, question in
            guard case .withExpert(let expert) = question.step, case let next = question.step(without: expert),
                next != .received
            else { throw Refusal.gone }
            try Self.move(question, to: next, on: today, db)
        }
    }

    /// Drops an answer that is not out yet, and what others say of building on it.
    static func dropAnswer(of expert: PersonID, to id: ID<Question>, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM answer WHERE question = ? AND expert = ?", arguments: [id, expert])
        try db.execute(
            sql: "UPDATE answer SET builds_on = NULL WHERE question = ? AND builds_on = ?", arguments: [id, expert])
    }

    /// Writes an answer in the place its expert has, or after the others. It can build on one before it alone.
    static func put(_ draft: Answer.Draft, by expert: PersonID, to question: Question, _ db: Database) throws {
        let before = question.answers.prefix { $0.expert != expert }
        let buildsOn = before.contains { $0.expert == draft.buildsOn } ? draft.buildsOn : nil
        try db.execute(
            sql: """
                INSERT INTO answer (question, expert, place, text, builds_on, review_by)
                VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM answer WHERE question = ?1), ?3, ?4, ?5)
                ON CONFLICT (question, expert) DO UPDATE
                SET text = excluded.text, builds_on = excluded.builds_on, review_by = excluded.review_by
                """, arguments: [question.id, expert, draft.text, buildsOn, draft.reviewBy])
        try db.execute(
            sql: "DELETE FROM answer_source WHERE question = ? AND expert = ?", arguments: [question.id, expert])
        for (place, source) in draft.sources.enumerated() {
            try db.execute(
                sql: "INSERT INTO answer_source (question, expert, place, title, address) VALUES (?, ?, ?, ?, ?)",
                arguments: [question.id, expert, place, source.title, source.address.text])
        }
    }

    static func answers(to id: ID<Question>, _ db: Database) throws -> [Answer] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT expert, text, builds_on, review_by FROM answer WHERE question = ? ORDER BY place",
            arguments: [id])
        if rows.isEmpty { return [] }
        let sources = try Row.fetchAll(
            db, sql: "SELECT expert, title, address FROM answer_source WHERE question = ? ORDER BY expert, place",
            arguments: [id])
        return rows.map { Answer(row: $0, sources: sources) }
    }
}
