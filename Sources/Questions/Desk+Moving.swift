import GRDB
import Storage

extension Desk {
    /// The one way a question gets from a step to another: it keeps the wait, and where the question is decided the
    /// months in place of the days.
    static func move(_ question: Question, to next: Step, on today: Day, _ db: Database) throws {
        guard question.step.kind.next.contains(next.kind) else { throw Refusal.gone }
        // An answer written anew goes on waiting since the day it was first there.
        guard question.step != next else { return }
        if let since = question.since { try Wait.note(question.step, days: today - since, db) }
        try db.execute(
            sql: """
                UPDATE question SET step = ?, expert = ?, reason = ?, until = ?, since = ?,
                    decided = CASE WHEN ? THEN NULL ELSE coalesce(decided, ?) END,
                    received = CASE WHEN ? AND decided IS NOT NULL THEN ? ELSE substr(received, 1, ?) END, text = CASE WHEN ? THEN '' ELSE text END,
                    private = CASE WHEN ? AND private = 'desk' THEN NULL ELSE private END
                WHERE id = ?
                """,
            arguments: [
                next.kind.rawValue, next.expert, next.reason, next.until, next.isOpen ? today : nil,
                next.isOpen, today.month,
                // What comes back after it was decided has the day on which it came back.
                next.isOpen, today, next.isOpen ? 10 : 7, next == .withdrawn,
                // A moderator's choice belongs to their release and goes with it.
                next.isOpen, question.id,
            ])
        // Whoever had it open is done with it, or is to see first what happened.
        try db.execute(sql: "DELETE FROM lease WHERE question = ?", arguments: [question.id])
        try Assignment.follow(question.id, to: next, on: today, db)
        if !next.isOpen { try close(question.id, as: next, db) }
    }

    /// Drops what a decided question needs no more.
    private static func close(_ id: ID<Question>, as step: Step, _ db: Database) throws {
        try forgetDays(of: id, db)
        // Published, it hides from nobody; otherwise those left out stay so as long as it is kept.
        let superfluous =
            switch step {
            case .published: ["exclusion"]
            case .withdrawn: ["exclusion", "redaction", "answer", "clarification", "appeal"]
            default: [String]()
            }
        if step == .withdrawn { try reserveHistory(ofQuestions: "id = ?", [id], db) }
        for table in ["urgent", "alike", "answer_draft"] + superfluous {
            try db.execute(sql: "DELETE FROM \(table) WHERE question = ?", arguments: [id])
        }
        if step == .withdrawn {
            try db.execute(sql: "UPDATE question SET consent = NULL, proposal = NULL WHERE id = ?", arguments: [id])
        }
    }

    /// After the text or what is hidden in it has changed: earlier consent is void, and a release must be given again.
    static func askAnew(_ question: Question, on today: Day, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE question SET worded = version + 1, consent = NULL WHERE id = ?", arguments: [question.id])
        try takeBack(question, on: today, db)
    }

    /// Undoes a moderator's release, if there is one.
    static func takeBack(_ question: Question, on today: Day, _ db: Database) throws {
        guard case .approved(let expert, until: _) = question.step else { return }
        try move(question, to: .answered(by: expert), on: today, db)
    }
}
