import GRDB
package import Storage

/// What a moderator tells readers of a published page, checked.
package struct PublicNote: Sendable, Equatable {
    package let text: String

    /// - Parameter field: the field of the form it was typed into.
    package init(_ typed: String, field: String) throws(Invalid) {
        text = PlainText.cleaned(typed)
        guard (10...500).contains(text.count) else {
            throw Invalid(field, "Write 10 to 500 characters. Every reader will see them.")
        }
    }
}

extension Desk {
    /// Changes a published answer, with a note for readers. Its author does not, as they do not release it.
    package func correct(
        _ expert: PersonID, of id: ID<Question>, to draft: Answer.Draft, note: PublicNote, version: Int,
        by person: PersonID
    ) async throws {
        let month = world.today.month
        let decision = Decision(act: .corrected, person: person, note: note.text)
        try await change(id, decision, version: version) { db, page in
            guard expert != person else { throw Refusal.ownAnswer }
            try db.execute(
                sql: """
                    UPDATE published_answer SET text = ?, review_by = ?, corrected = ?, correction = ?
                    WHERE question = ? AND expert = ?
                    """,
                arguments: [draft.text, draft.reviewBy, month, note.text, page.number, expert])
            guard db.changesCount == 1 else { throw Refusal.gone }
            try db.execute(
                sql: "DELETE FROM published_source WHERE question = ? AND expert = ?", arguments: [page.number, expert])
            try Self.putSources(draft.sources, of: expert, to: page.number, db)
            try Self.forgetProposal(by: expert, to: page.number, db)
            try Self.index(id, db)
        }
    }

    /// Says that a newer page takes this one's place; nil says so no more.
    package func supersede(
        _ id: ID<Question>, by successor: ID<Question>?, version: Int, person: PersonID
    ) async throws {
        let note = successor.map { "by \($0)" } ?? "by none"
        try await change(id, Decision(act: .superseded, person: person, note: note), version: version) { db, page in
            if let successor {
                // The newer one stands itself, so that no chain of such links can end where it began.
                guard successor != id, let newer = try Self.published(successor, db), newer.successor == nil else {
                    throw Refusal.noSuccessor
                }
            }
            try db.execute(
                sql: "UPDATE published SET superseded_by = ? WHERE number = ?", arguments: [successor, page.number])
        }
    }

    /// Takes a page down for good. The usual reason is that its words point to somebody, so nothing of them is kept and
    /// it cannot be undone; the reason stays at the page's address.
    package func takeDown(
        _ id: ID<Question>, reason: PublicNote, version: Int, by person: PersonID
    ) async throws {
        let month = world.today.month
        let decision = Decision(act: .tookDown, person: person, note: reason.text)
        try await change(id, decision, version: version) { db, page in
            try db.execute(sql: "DELETE FROM published_words WHERE rowid = ?", arguments: [page.number])
            try db.execute(sql: "DELETE FROM published WHERE number = ?", arguments: [page.number])
            try db.execute(
                sql: "INSERT INTO taken_down (id, month, reason) VALUES (?, ?, ?)", arguments: [id, month, reason.text])
        }
    }

    /// A change to a published page, written into the history with the month alone: nothing finer is kept of it.
    private func change(
        _ id: ID<Question>, _ decision: Decision, version: Int,
        by change: @escaping @Sendable (Database, Published) throws -> Void
    ) async throws {
        try await database.write { [world] db in
            guard let page = try Self.published(id, db) else { throw Refusal.gone }
            guard page.version == version else { throw Refusal.changedMeanwhile }
            try decision.record(db, on: id, version: version, world)
            try Self.forgetDays(of: id, db)
            try db.execute(sql: "UPDATE published SET version = version + 1 WHERE number = ?", arguments: [page.number])
            try change(db, page)
        }
    }

    private static func index(_ id: ID<Question>, _ db: Database) throws {
        guard let page = try published(id, db) else { return }
        try db.execute(
            sql: "UPDATE published_words SET answer = ? WHERE rowid = ?",
            arguments: [page.answers.map(\.plain).joined(separator: "\n\n"), page.number])
    }
}
