import GRDB
package import Storage

/// What an expert would write in place of a published answer of theirs, until a moderator decides.
package struct ProposedCorrection: Sendable {
    package let question: ID<Question>
    /// Of the page.
    package let title: String
    package let expert: PersonID
    package let typed: Answer.Typed
    /// For readers: what was corrected.
    package let note: String
}

extension Desk {
    /// Keeps what an expert would write; an earlier proposal of theirs gives way to it. Readers see nothing of it before
    /// a moderator, who is somebody else, has corrected the answer.
    package func propose(
        _ draft: Answer.Draft, note: PublicNote, of id: ID<Question>, by expert: PersonID
    ) async throws {
        let typed = Answer.Typed(Answer(draft, by: expert))
        try await database.write { [world] db in
            guard let page = try Self.published(id, db) else { throw Refusal.gone }
            guard page.answers.contains(where: { $0.expert == expert }) else { throw Refusal.notYours }
            try Self.forgetProposal(by: expert, to: page.number, db)
            try db.execute(
                sql: """
                    INSERT INTO proposed_correction (question, expert, text, sources, review_by, note)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, arguments: [page.number, expert, typed.text, typed.sources, typed.reviewBy, note.text])
            try Decision(act: .proposedCorrection, person: expert).record(db, onPublished: id, world)
        }
    }

    /// All that wait, by their pages' names.
    package func proposedCorrections() async throws -> [ProposedCorrection] {
        try await database.read { db in try Self.proposals(db, "TRUE", []) }
    }

    package func proposedCorrection(of id: ID<Question>, by expert: PersonID) async throws -> ProposedCorrection? {
        try await database.read { db in
            try Self.proposals(db, "published.id = ? AND proposed_correction.expert = ?", [id, expert]).first
        }
    }

    package func countOfProposedCorrections() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM proposed_correction") ?? 0
        }
    }

    /// Leaves an answer as it is. Its author does not decide.
    package func dismissCorrection(of id: ID<Question>, by expert: PersonID, person: PersonID) async throws {
        try await database.write { [world] db in
            guard expert != person else { throw Refusal.ownWords }
            guard let page = try Self.published(id, db) else { throw Refusal.gone }
            try Self.forgetProposal(by: expert, to: page.number, db)
            guard db.changesCount == 1 else { throw Refusal.gone }
            try Decision(act: .dismissedCorrection, person: person).record(db, onPublished: id, world)
        }
    }

    static func forgetProposal(by expert: PersonID, to number: Int64, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM proposed_correction WHERE question = ? AND expert = ?", arguments: [number, expert])
    }

    private static func proposals(
        _ db: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [ProposedCorrection] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT published.id, published.text AS asked, expert, proposed_correction.text, sources, review_by, note
                FROM proposed_correction JOIN published ON published.number = proposed_correction.question
                WHERE \(condition) ORDER BY published.id, expert
                """, arguments: arguments
        ).map {
            ProposedCorrection(
                question: $0["id"], title: Summary.title(of: $0["asked"]), expert: $0["expert"],
                typed: Answer.Typed(text: $0["text"], sources: $0["sources"], reviewBy: $0["review_by"]),
                note: $0["note"])
        }
    }
}
