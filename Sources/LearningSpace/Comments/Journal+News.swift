import Foundation
import GRDB
package import Storage

/// What was said at one reflection since somebody looked at it.
package struct News: Hashable, Sendable {
    package let reflection: ID<Reflection>
    package let title: String
    package let isOwn: Bool
    /// Who said something, the last first.
    package let people: [PersonID]
    package let latest: ID<Comment>
    package let day: Day
}

extension Journal {
    /// More reflections than these are not listed at once: looking at some makes room for the rest.
    private static let mostNews = 20

    /// What others said to this person's reflections, and in reply to them elsewhere, since they looked; the latest first.
    /// Only what they can read today, and nothing by whom they have muted.
    package func news(for person: PersonID) async throws -> [News] {
        let today = world.today
        return try await database.read { db in try News.stored(for: person, atMost: Self.mostNews, on: today, in: db) }
    }

    /// They have the reflection before them, or say that they have seen all of it.
    package func noteLooked(at reflection: ID<Reflection>? = nil, by person: PersonID) async throws {
        let which = "member = :person AND (:only IS NULL OR reflection = :only)"
        let arguments: StatementArguments = ["person": person, "only": reflection]
        // Most looks find nothing new, and need not wait to write.
        let isNew = try await database.read { db in
            try Bool.fetchOne(db, sql: "SELECT 1 FROM news WHERE \(which)", arguments: arguments) ?? false
        }
        guard isNew else { return }
        try await database.write { db in
            try db.execute(sql: "DELETE FROM news WHERE \(which)", arguments: arguments)
        }
    }

    /// Whom something waits for that no mail has told of.
    package func membersWithNews() async throws -> [PersonID] {
        let today = world.today
        return try await database.read { db in
            try PersonID.fetchAll(db, sql: "SELECT DISTINCT member FROM news WHERE is_told = 0 ORDER BY member")
                .filter { try !News.stored(for: $0, atMost: Self.mostNews, on: today, in: db).isEmpty }
        }
    }

    package func noteTold(_ people: [PersonID]) async throws {
        try await database.write { db in
            for person in people {
                try db.execute(sql: "UPDATE news SET is_told = 1 WHERE member = ?", arguments: [person])
            }
        }
    }
}

extension ID<Comment> {
    /// Writes down whom a new comment concerns: the reflection's owner, and everybody it stands in reply to. Who has muted
    /// its author hears nothing.
    func tell(in db: Database) throws {
        try db.execute(
            sql: """
                WITH RECURSIVE above (id, parent, author) AS (
                    SELECT id, parent, author FROM comment WHERE id = :id
                    UNION SELECT comment.id, comment.parent, comment.author
                    FROM above JOIN comment ON comment.id = above.parent
                )
                INSERT INTO news (member, comment, reflection)
                SELECT person, said.id, said.reflection
                FROM comment AS said JOIN (
                    SELECT author AS person FROM above WHERE author IS NOT NULL
                    UNION SELECT owner FROM reflection
                    WHERE id = (SELECT reflection FROM comment WHERE id = :id)
                )
                WHERE said.id = :id AND person <> said.author AND NOT EXISTS (
                    SELECT 1 FROM muted WHERE muted.member = person AND muted.person = said.author)
                """, arguments: ["id": self])
    }
}

extension News {
    fileprivate static func stored(
        for person: PersonID, atMost most: Int, on today: Day, in db: Database
    ) throws -> [News] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT news.comment, news.reflection FROM news JOIN comment ON comment.id = news.comment
                WHERE news.member = ? ORDER BY comment.written DESC, comment.id LIMIT 200
                """, arguments: [person])
        var places: [ID<Reflection>] = []
        for row in rows where !places.contains(row["reflection"]) { places.append(row["reflection"]) }
        let new = Set(rows.map { $0["comment"] as ID<Comment> })
        return try places.prefix(most).compactMap { id in
            guard let door = try Door(to: id, for: person, on: today, in: db) else { return nil }
            let whole = try Reflection.stored(id, in: db)
            // Of what a reading holds the threads alone: there are many places, and one page.
            return News(
                whole, try CommentThread.open(on: whole, through: door, to: person, in: db), new, isOwn: door.isOwners)
        }
    }

    /// Nil where none of it is the reader's to read.
    private init?(_ reflection: Reflection, _ threads: [CommentThread], _ new: Set<ID<Comment>>, isOwn: Bool) {
        let said = threads.flatMap(\.comments).filter { new.contains($0.id) }
            .compactMap { comment -> (Comment, PersonID)? in
                if case .words(_, let author) = comment.content { (comment, author) } else { nil }
            }.sorted { $0.0.written > $1.0.written }
        guard let last = said.first?.0 else { return nil }
        var people: [PersonID] = []
        for (_, author) in said where !people.contains(author) { people.append(author) }
        self.init(
            reflection: reflection.id, title: reflection.title, isOwn: isOwn, people: people, latest: last.id,
            day: Day(containing: last.written))
    }
}
