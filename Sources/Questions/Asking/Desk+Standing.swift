import Foundation
import GRDB
package import Storage

extension Desk {
    /// What the asker sees on return.
    package struct Standing: Sendable {
        package let step: Step
        /// What the asker's next act refers to.
        package let version: Int
        package let topic: Topic
        /// Their own words; empty once withdrawn.
        package let text: String
        package let redactions: [Redaction]
        package let consent: Consent
        package let proposal: String?
        package let thread: [Clarification]
        /// Who chose that nothing is published, if anybody did.
        package let privacy: Privacy?
        package let excluded: Set<PersonID>
        /// What goes to the desk at the next batch.
        package let pending: [AskerAct]
        /// The median of days that questions stay at this step; nil while too few have passed it.
        package let expectedDays: Int?
        /// The page to read the answer on, once it is published.
        package let published: ID<Question>?
        /// Once it is published, or given to the asker alone.
        package let answers: [Answer]
        /// What the asker said against an earlier decision to decline it.
        package let appeal: Appeal?
        /// The last day on which this can be read, and a declined question be appealed for; nil while it is open.
        package let keptUntil: Day?

        package var answer: Answer? { answers.first }
        /// The text with its redactions, as readers see or would see it.
        package var redacted: String { Redaction.apply(redactions, to: text) }
        /// The text cut at the redactions; a piece with a kind is hidden from others.
        package var pieces: [(text: String, kind: Redaction.Kind?)] { Redaction.pieces(of: text, redactions) }
        package var openClarification: Clarification? { thread.last { $0.reply == nil } }
        package var canWithdraw: Bool { step.kind.next.contains(.withdrawn) }

        /// What the asker may do now, besides withdrawing.
        package var offers: [AskerAct.Kind] {
            if step.kind == .declined && appeal == nil { return [.appeal] }
            guard step == .arrived || step.isOpen else { return [] }
            var offers: [AskerAct.Kind] = []
            if !redactions.isEmpty && privacy == nil {
                if consent != .agreed { offers.append(.agree) }
                offers.append(.object)
            }
            if openClarification != nil { offers.append(.reply) }
            if step.kind == .changesAsked { offers.append(.resubmit) }
            if privacy != .asker { offers.append(.keepPrivate) }
            return offers + [.exclude]
        }
    }

    /// nil where no question has this receipt.
    package func standing(of receipt: Receipt) async throws -> Standing? {
        try await database.read { db in try Self.standing(of: receipt, db) }
    }

    static func standing(of receipt: Receipt, _ db: Database) throws -> Standing? {
        let pending = try PendingActs.all(of: receipt.hash, db).map(\.act)
        guard let question = try question(with: receipt, db) else {
            return try arrival(of: receipt, pending, db)
        }
        let isOut = question.step == .published
        return Standing(
            step: question.step, version: question.version, topic: question.topic, text: question.text,
            redactions: question.redactions, consent: question.consent, proposal: question.proposal,
            thread: question.thread, privacy: question.privacy, excluded: question.excluded, pending: pending,
            expectedDays: try Wait.median(at: question.step, db), published: isOut ? question.id : nil,
            answers: isOut || question.step == .answeredPrivately ? question.answers : [],
            appeal: try appeal(on: question.id, db)?.appeal,
            keptUntil: try Retention.lastDay(of: question.id, question.step.kind, db))
    }

    static func question(with receipt: Receipt, _ db: Database) throws -> Question? {
        try ID<Question>.fetchOne(db, sql: "SELECT id FROM question WHERE receipt = ?", arguments: [receipt.hash])
            .flatMap { try question(db, $0) }
    }

    private static func arrival(of receipt: Receipt, _ pending: [AskerAct], _ db: Database) throws -> Standing? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT arrival.topic, topic.name, topic.about, text
                FROM arrival JOIN topic ON topic.slug = arrival.topic WHERE receipt = ?
                """, arguments: [receipt.hash]
        ).map { row in
            Standing(
                step: .arrived, version: 0, topic: Topic(slug: row["topic"], name: row["name"], about: row["about"]),
                text: row["text"], redactions: [], consent: .notNeeded, proposal: nil, thread: [], privacy: nil,
                excluded: [], pending: pending, expectedDays: nil, published: nil, answers: [],
                appeal: nil, keptUntil: nil)
        }
    }
}
