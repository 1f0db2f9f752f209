import GRDB
package import Storage

extension Desk {
    /// What became of a question since somebody saw it.
    package struct Changes: Sendable {
        /// Where it stands now; `withdrawn` too, of which nothing else is told.
        package let step: Step
        /// What staff decided, in order.
        package let decisions: [HistoryEntry]
        /// The asker wrote it anew.
        package let isReworded: Bool
        /// Something else that nobody on the staff decided: what the asker sent through the receipt came in with a
        /// batch, or its expert left.
        package let hasOther: Bool

        package var isEmpty: Bool { decisions.isEmpty && !isReworded && !hasOther }
    }

    /// - Parameter version: the one that was seen.
    /// - Returns: nil where there is no such question, or it is kept from this person.
    package func changes(
        to id: ID<Question>, since version: Int, for person: PersonID
    ) async throws -> Changes? {
        try await database.read { db in
            guard let now = try Self.question(db, id), !now.excluded.contains(person) else { return nil }
            let seen = min(max(version, 1), now.version)
            let decided = try Int.fetchAll(
                db, sql: "SELECT version FROM decision WHERE question = ? AND version >= ?", arguments: [id, seen])
            let isReworded = now.worded > seen && !decided.contains(now.worded - 1)
            return Changes(
                step: now.step,
                decisions: now.step == .withdrawn
                    ? [] : try Self.history(db, sql: "question = ? AND version >= ? ORDER BY version", [id, seen]),
                isReworded: isReworded,
                hasOther: now.version - seen - decided.count > (isReworded ? 1 : 0))
        }
    }
}
