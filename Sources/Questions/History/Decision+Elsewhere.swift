import GRDB
package import Storage

extension Decision {
    /// On a page that is out already: with the month alone, as everything about a decided question.
    func record(_ db: Database, onPublished question: ID<Question>, _ world: World) throws {
        try db.execute(
            sql: """
                INSERT INTO decision (id, question, version, day, person, act, note)
                SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4, ?5, ?6 FROM decision WHERE question = ?2
                """,
            arguments: [world.id(of: Decision.self), question, world.today.month, person, act.rawValue, note])
    }
}

extension Desk {
    /// What a moderator decided on a comment that members reported, in another room.
    package enum CommentDecision: Sendable {
        case dismissed, removed

        fileprivate var act: Decision.Act { self == .removed ? .removedComment : .dismissedCommentReport }
    }

    /// Writes down a decision on a comment, before it is carried out in the room that keeps comments.
    /// - Parameter key: the report decided on. The same once more, after a breakdown in between, writes nothing.
    package func note<Comment, CommentReport>(
        _ decision: CommentDecision, on comment: ID<Comment>, key: ID<CommentReport>, note: String,
        by person: PersonID
    ) async throws {
        try await database.write { [world] db in
            let isKnown = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM decision WHERE id = ?)", arguments: [key])
            if isKnown == true { return }
            try db.execute(
                sql: """
                    INSERT INTO decision (id, question, version, day, person, act, note) VALUES (?, ?, 1, ?, ?, ?, ?)
                    """, arguments: [key, comment, world.today, person, decision.act.rawValue, note])
        }
    }
}
