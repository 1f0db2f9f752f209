import GRDB
package import Storage

/// What an expert asked the asker, and the reply once it came in with a batch. Neither carries a time.
package struct Clarification: Sendable, Equatable {
    package let expert: PersonID
    package let text: String
    package let reply: String?
}

/// A sentence or more from the staff that the asker will read.
package struct Remark: Sendable, Equatable {
    package let text: String
    package static let longest = 1_000

    /// - Parameter field: the field of the form it was typed into.
    package init(_ typed: String, field: String) throws(Invalid) {
        text = PlainText.cleaned(typed)
        guard (10...Self.longest).contains(text.count) else {
            throw Invalid(field, "Write 10 to 1,000 characters. The asker will read them.")
        }
    }
}

/// An asker's reply to a clarifying question.
package struct Reply: Sendable, Equatable {
    package let text: String
    package static let longest = 5_000

    package init(_ typed: String) throws(Invalid) {
        text = PlainText.cleaned(typed)
        guard !text.isEmpty else { throw Invalid("reply", "Write your reply.") }
        guard text.count <= Self.longest else {
            throw Invalid("reply", "Shorten your reply to 5,000 characters; it has \(text.count).")
        }
    }

    init(stored: String) { text = stored }
}

extension Desk {
    /// Asks the asker something. They see it at their receipt; one such question is open at a time.
    package func clarify(
        _ id: ID<Question>, _ remark: Remark, version: Int, by expert: PersonID
    ) async throws {
        try await decide(Decision(act: .clarified, person: expert), on: id, version: version) { db, question in
            guard question.step == .withExpert(expert) else { throw Refusal.notYours }
            guard question.openClarification == nil else { throw Refusal.clarificationOpen }
            try db.execute(
                sql: "INSERT INTO clarification (question, place, expert, text) VALUES (?, ?, ?, ?)",
                arguments: [id, question.thread.count + 1, expert, remark.text])
        }
    }

    static func thread(of id: ID<Question>, _ db: Database) throws -> [Clarification] {
        try Row.fetchAll(
            db, sql: "SELECT expert, text, reply FROM clarification WHERE question = ? ORDER BY place",
            arguments: [id]
        ).map { Clarification(expert: $0["expert"], text: $0["text"], reply: $0["reply"]) }
    }
}
