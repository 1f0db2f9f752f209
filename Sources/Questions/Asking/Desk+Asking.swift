import Foundation
import GRDB
import Storage

extension Desk {
    package enum Asked: Sendable, Equatable {
        case accepted
        /// The same receipt came before with another text: nothing was changed.
        case receiptUsed
    }

    /// Takes a question in; the desk sees it after the next batch. Sending the same one again under the same receipt
    /// changes nothing and is accepted.
    package func ask(_ draft: Question.Draft, receipt: Receipt) async throws -> Asked {
        try await database.write { db in try Self.take(draft, receipt, db) }
    }

    static func take(_ draft: Question.Draft, _ receipt: Receipt, _ db: Database) throws -> Asked {
        if let earlier = try hasArrived(draft, receipt, db) { return earlier }
        try db.execute(
            sql: "INSERT INTO arrival (receipt, topic, text) VALUES (?, ?, ?)",
            arguments: [receipt.hash, draft.topic, draft.text])
        return .accepted
    }

    /// What became of an earlier question under the same receipt; nil where there was none.
    static func hasArrived(_ draft: Question.Draft, _ receipt: Receipt, _ db: Database) throws -> Asked? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT topic, text FROM arrival WHERE receipt = ?1
                UNION ALL SELECT topic, text FROM question WHERE receipt = ?1
                """, arguments: [receipt.hash]
        ).map { $0["topic"] == draft.topic && $0["text"] == draft.text ? .accepted : .receiptUsed }
    }

    /// Moves an arrival, if there is one, to the desk: under an id dealt now, so that nothing of its arrival is left in
    /// the key.
    static func receive(_ receipt: Data, _ world: World, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO question (id, receipt, topic, text, step, received, since, version, worded)
                SELECT ?, receipt, topic, text, 'received', ?, ?, 1, 1 FROM arrival WHERE receipt = ?
                """, arguments: [world.id(of: Question.self), world.today, world.today, receipt])
        try db.execute(sql: "DELETE FROM arrival WHERE receipt = ?", arguments: [receipt])
    }
}
