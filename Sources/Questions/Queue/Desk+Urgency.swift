import GRDB
package import Storage

extension Desk {
    /// Puts a question first in the queue.
    package func markUrgent(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        try await decide(Decision(act: .markedUrgent, person: person), on: id, version: version) { db, question in
            guard !question.isUrgent else { throw Refusal.soAlready }
            try db.execute(sql: "INSERT INTO urgent (question) VALUES (?)", arguments: [id])
        }
    }

    package func unmarkUrgent(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        try await decide(Decision(act: .unmarkedUrgent, person: person), on: id, version: version) { db, question in
            guard question.isUrgent else { throw Refusal.soAlready }
            try db.execute(sql: "DELETE FROM urgent WHERE question = ?", arguments: [id])
        }
    }
}
