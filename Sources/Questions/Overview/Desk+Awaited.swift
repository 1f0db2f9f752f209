import GRDB
package import Storage

/// What mail may know of the desk: that something waits, and what everybody can read.
extension Desk {
    /// Whether this moderator would find something to decide. What is kept from them does not count: a mail about it
    /// would tell that it exists.
    package func awaitsModerator(_ person: PersonID) async throws -> Bool {
        try await database.read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM question WHERE decided IS NULL AND step IN ('received', 'answered')
                        AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.question = question.id AND person = ?))
                    """, arguments: [person]) == true
        }
    }

    /// Whether this expert has a question to answer.
    package func awaitsExpert(_ person: PersonID) async throws -> Bool {
        try await database.read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM question WHERE expert = ? AND step = 'with expert')",
                arguments: [person]) == true
        }
    }

    /// What was published in a month, in the order of its numbers, which are dealt by chance within it.
    package func titles(publishedIn month: Month) async throws -> [(id: ID<Question>, title: String)] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, text FROM published WHERE month = ? ORDER BY number LIMIT 200",
                arguments: [month]
            ).map { (id: $0["id"], title: Summary.title(of: $0["text"])) }
        }
    }
}
