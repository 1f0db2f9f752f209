import Foundation
import GRDB
import Storage

extension Desk {
    /// What became of a batch. It counts nothing: how many asked since the last one is nobody's business.
    package struct Batch: Sendable, Equatable {
        /// False where a long read kept the log from being emptied; the next batch tries again.
        package let hasEmptiedLog: Bool
    }

    /// Brings what came since the last batch to the desk, in an order that follows from chance alone: questions, and
    /// what askers decided through their receipts. Then publishes what was approved, under numbers dealt by chance, and
    /// empties the write-ahead log, which keeps the order in which all was written.
    ///
    /// One transaction: a batch that breaks off has not happened, and one too many finds nothing to do.
    package func batch() async throws -> Batch {
        try await database.write { [world] db in
            let receipts = try Data.fetchAll(
                db, sql: "SELECT receipt FROM arrival UNION SELECT receipt FROM pending_act ORDER BY receipt")
            for receipt in world.shuffled(receipts) {
                try Self.receive(receipt, world, db)
                try Self.apply(actsOf: receipt, on: world.today, db)
            }
            let waiting = try ID<Question>.fetchAll(
                db, sql: "SELECT id FROM question WHERE step IN ('approved', 'changes asked') ORDER BY id")
            for id in world.shuffled(waiting) {
                guard let question = try Self.question(db, id) else { continue }
                try Self.settle(question, on: world.today, db)
                try Self.giveUp(question, on: world.today, db)
            }
            try Self.sortIntoLots(world, db)
            try Self.endLeases(at: world, db)
        }
        return Batch(hasEmptiedLog: try await emptyLog())
    }

    /// Declines a question whose asker was asked for changes and sent none in time.
    private static func giveUp(_ question: Question, on today: Day, _ db: Database) throws {
        guard case .changesAsked(let reason, let until) = question.step, until < today else { return }
        try move(question, to: .declined(reason: reason), on: today, db)
        try bump(question.id, db)
    }

    /// Rewrites the file, so that neither the places of rows on its pages nor its free pages tell of an order. Weekly.
    package func vacuum() async throws -> Batch {
        try await database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM") }
        return Batch(hasEmptiedLog: try await emptyLog())
    }

    /// Waits a second at most for readers, because whoever asks in the meantime waits behind it.
    private func emptyLog() async throws -> Bool {
        try await database.writeWithoutTransaction { db in
            let patience = try Int.fetchOne(db, sql: "PRAGMA busy_timeout") ?? 0
            try db.execute(sql: "PRAGMA busy_timeout = 1000")
            defer { try? db.execute(sql: "PRAGMA busy_timeout = \(patience)") }
            do {
                try db.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
                return false
            }
        }
    }
}
