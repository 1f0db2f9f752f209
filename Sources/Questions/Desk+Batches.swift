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
    /// wipes off what the file and its log say of the order in which all was written.
    ///
    /// One transaction: a batch that breaks off has not happened, and one too many finds nothing to do.
    package func batch() async throws -> Batch {
        let hasPublished = try await database.write { [world] db in
            let earlier = try Self.publishedCount(db)
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
                try Self.settle(question, world, db)
                try Self.giveUp(question, on: world.today, db)
            }
            try Self.sortIntoLots(world, db)
            try Self.endLeases(at: world, db)
            return try Self.publishedCount(db) > earlier
        }
        if hasPublished { try await rewrite() }
        return Batch(hasEmptiedLog: try await emptyLog())
    }

    /// Declines a question whose asker was asked for changes and sent none in time.
    private static func giveUp(_ question: Question, on today: Day, _ db: Database) throws {
        guard case .changesAsked(let reason, let until) = question.step, until < today else { return }
        try move(question, to: .declined(reason: reason), on: today, db)
        try bump(question.id, db)
    }

    private static func publishedCount(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM published") ?? 0
    }

    /// Rewrites the file where nothing was published for long. Weekly.
    package func vacuum() async throws -> Batch {
        try await rewrite()
        return Batch(hasEmptiedLog: try await emptyLog())
    }

    /// Leaves nothing of the order in which rows came: the index in one piece, where it would keep a piece for each
    /// batch and the words that were deleted; each page in the order of its keys; no free pages.
    ///
    /// While the file is rewritten, whoever asks or decides waits; while the index is merged, nobody does.
    private func rewrite() async throws {
        try await mergeIndex()
        try await database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM") }
    }

    /// Merges the index's pieces into one as `optimize` would, but so many pages at a time, that others write in between.
    private func mergeIndex() async throws {
        // Below zero all pieces are taken together; then that merge is carried on. It is over when it changes nothing
        // but the row that asked for it.
        var pages = -Self.pagesAtATime
        while try await mergeIndex(pages) { pages = Self.pagesAtATime }
    }

    /// At 100,000 questions 60 ms each.
    private static let pagesAtATime = 500

    private func mergeIndex(_ pages: Int) async throws -> Bool {
        try await database.write { db in
            let earlier = db.totalChangesCount
            try db.execute(
                sql: "INSERT INTO published_words (published_words, rank) VALUES ('merge', ?)", arguments: [pages])
            return db.totalChangesCount - earlier > 1
        }
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
