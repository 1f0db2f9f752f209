import GRDB
package import Storage

extension Journal {
    /// A comment's words for somebody who can see it and may report it.
    ///
    /// - Returns: nil where they cannot see it, where it was removed, and where it is their own.
    package func reportable(
        _ comment: ID<Comment>, on reflection: ID<Reflection>, for person: PersonID
    ) async throws -> String? {
        let today = world.today
        return try await database.read { db in
            try Self.reportable(comment, on: reflection, for: person, on: today, db)
        }
    }

    /// Takes a report. The same words about the same comment count once.
    ///
    /// - Returns: false where there is no such comment for this person.
    package func report(
        _ draft: CommentReport.Draft, _ comment: ID<Comment>, on reflection: ID<Reflection>, by person: PersonID
    ) async throws -> Bool {
        let (id, today) = (world.id(of: CommentReport.self), world.today)
        return try await database.write { db in
            guard try Self.reportable(comment, on: reflection, for: person, on: today, db) != nil else { return false }
            try db.execute(
                sql: """
                    INSERT INTO report (id, comment, reason, words) SELECT ?1, ?2, ?3, ?4
                    WHERE NOT EXISTS (SELECT 1 FROM report WHERE comment = ?2 AND reason = ?3 AND words = ?4)
                    """, arguments: [id, comment, draft.reason.rawValue, draft.words])
            return true
        }
    }

    /// Every comment that waits for a moderator, with its reports.
    package func reportedComments() async throws -> [ReportedComment] {
        try await database.read { db in
            let reports = Dictionary(
                grouping: try Row.fetchAll(db, sql: "SELECT id, comment, reason, words FROM report ORDER BY id"),
                by: { $0["comment"] as ID<Comment> })
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT id, body, author FROM comment
                    WHERE removed_by IS NULL AND id IN (SELECT comment FROM report) ORDER BY id
                    """
            ).map { row in
                ReportedComment(
                    id: row["id"], body: row["body"], author: row["author"],
                    reports: (reports[row["id"]] ?? []).map(CommentReport.init(row:)))
            }
        }
    }

    package func countOfReportedComments() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(DISTINCT comment) FROM report") ?? 0
        }
    }

    /// Deletes reports: nothing is wrong with the comment.
    package func dismiss(_ reports: [ID<CommentReport>]) async throws {
        try await database.write { db in
            for report in reports { try db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [report]) }
        }
    }

    /// Takes a reported comment away for a moderator, who is nobody in this room; its reports go with it.
    ///
    /// - Returns: false where it was removed already or nobody reports it.
    package func removeReported(_ comment: ID<Comment>) async throws -> Bool {
        try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE comment SET removed_by = 'moderator', author = NULL, body = NULL
                    WHERE id = ? AND removed_by IS NULL AND id IN (SELECT comment FROM report)
                    """, arguments: [comment])
            return db.changesCount > 0
        }
    }

    private static func reportable(
        _ comment: ID<Comment>, on reflection: ID<Reflection>, for person: PersonID, on today: Day, _ db: Database
    ) throws -> String? {
        let reading = try Reading.stored(reflection, for: .person(person), by: person, on: today, in: db)
        guard reading?.threads.contains(where: { $0.comments.contains { $0.id == comment } }) == true else {
            return nil
        }
        return try String.fetchOne(
            db,
            sql: "SELECT body FROM comment WHERE id = ? AND reflection = ? AND removed_by IS NULL AND author <> ?",
            arguments: [comment, reflection, person])
    }
}

extension CommentReport {
    fileprivate init(row: Row) {
        self.init(id: row["id"], reason: Reason(rawValue: row["reason"]) ?? .other, words: row["words"])
    }
}
