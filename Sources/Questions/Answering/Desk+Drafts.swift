import GRDB
package import Storage

extension Answer {
    /// What an expert has typed so far, saved for nobody but them.
    package struct Saved: Sendable, Equatable {
        package let typed: Typed
        /// Counts the times it was saved, so that two windows notice one another.
        package let number: Int
    }
}

extension Desk {
    /// More than any answer that could be sent, in bytes.
    private static let mostBytes = 200_000

    package func draft(of id: ID<Question>, by expert: PersonID) async throws -> Answer.Saved? {
        try await database.read { db in try Self.draft(of: id, by: expert, db) }
    }

    /// Keeps what was typed. It is no decision: neither the history nor the question's version tells of it.
    /// - Parameter number: of the draft that was typed over; 0 where there was none.
    /// - Returns: the number of this one.
    /// - Throws: `Refusal.notYours` where the question is not with this expert, `.draftChanged` where another window has
    ///   saved something else, `.tooLong`.
    package func save(
        _ typed: Answer.Typed, over number: Int, of id: ID<Question>, by expert: PersonID
    ) async throws -> Int {
        guard typed.text.utf8.count + typed.sources.utf8.count <= Self.mostBytes else { throw Refusal.tooLong }
        return try await database.write { db in
            let step = try Self.question(db, id)?.step
            guard step == .withExpert(expert) || step == .answered(by: expert) else { throw Refusal.notYours }
            let saved = try Self.draft(of: id, by: expert, db)
            // Sending the same once more, as after a lost reply, changes nothing.
            if let saved, saved.typed == typed { return saved.number }
            guard saved?.number ?? 0 == number else { throw Refusal.draftChanged }
            try db.execute(
                sql: """
                    INSERT INTO answer_draft (question, expert, number, text, sources, review_by, builds_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (question, expert) DO UPDATE SET number = excluded.number, text = excluded.text,
                        sources = excluded.sources, review_by = excluded.review_by, builds_on = excluded.builds_on
                    """,
                arguments: [id, expert, number + 1, typed.text, typed.sources, typed.reviewBy, typed.buildsOn])
            return number + 1
        }
    }

    static func forgetDraft(of id: ID<Question>, by expert: PersonID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM answer_draft WHERE question = ? AND expert = ?", arguments: [id, expert])
    }

    private static func draft(of id: ID<Question>, by expert: PersonID, _ db: Database) throws -> Answer.Saved? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT number, text, sources, review_by, builds_on FROM answer_draft
                WHERE question = ? AND expert = ?
                """, arguments: [id, expert]
        ).map { row in
            Answer.Saved(
                typed: Answer.Typed(
                    text: row["text"], sources: row["sources"], reviewBy: row["review_by"], buildsOn: row["builds_on"]),
                number: row["number"])
        }
    }
}
