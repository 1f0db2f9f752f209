import GRDB
package import Storage

extension Desk {
    package enum Asked: Sendable, Equatable {
        case accepted
        /// The same receipt came before with another text: nothing was changed.
        case receiptUsed
    }

    /// Takes a question in. Sending the same one again under the same receipt changes nothing and is accepted.
    package func ask(_ draft: Question.Draft, receipt: Receipt) async throws -> Asked {
        try await database.write { [world] db in
            let earlier = try Row.fetchOne(
                db, sql: "SELECT topic, text FROM question WHERE receipt = ?", arguments: [receipt.hash])
            if let earlier {
                return earlier["topic"] == draft.topic && earlier["text"] == draft.text ? .accepted : .receiptUsed
            }
            try db.execute(
                sql:
                    "INSERT INTO question (id, receipt, topic, text, step, received) VALUES (?, ?, ?, ?, 'received', ?)",
                arguments: [world.id(of: Question.self), receipt.hash, draft.topic, draft.text, world.today])
            return .accepted
        }
    }

    /// What the asker sees on return.
    package struct Standing: Sendable {
        package let step: Step
        package let topic: Topic
        package let text: String
        /// The text with its redactions, as readers see or would see it.
        package let redacted: String
        /// The page to read the answer on, once it is published.
        package let published: ID<Question>?
        package let answer: Answer?
    }

    /// nil where no question has this receipt.
    package func standing(of receipt: Receipt) async throws -> Standing? {
        try await database.read { db in
            let id = try ID<Question>.fetchOne(
                db, sql: "SELECT id FROM question WHERE receipt = ?", arguments: [receipt.hash])
            guard let id, let question = try Self.question(db, id) else { return nil }
            let isOut = question.step == .published
            return Standing(
                step: question.step, topic: question.topic, text: question.text, redacted: question.redacted,
                published: isOut ? id : nil, answer: isOut ? question.answer : nil)
        }
    }
}
