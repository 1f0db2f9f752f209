import Foundation
import GRDB
package import Storage

extension Desk {
    /// The questions an expert works on: given to them, or answered and not yet approved for release.
    package func assigned(to expert: PersonID) async throws -> [Question] {
        try await database.read { db in
            let ids = try ID<Question>.fetchAll(
                db,
                sql:
                    "SELECT id FROM question WHERE expert = ? AND step IN ('with expert', 'answered') ORDER BY received, id",
                arguments: [expert])
            return try ids.compactMap { try Self.question(db, $0) }
        }
    }

    /// Writes or rewrites the expert's answer; it waits for a moderator's release. Answers of others stay, and the
    /// draft is over.
    package func answer(_ id: ID<Question>, _ draft: Answer.Draft, version: Int, by expert: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .answered, person: expert), on: id, version: version) { db, question in
            guard question.step == .withExpert(expert) || question.step == .answered(by: expert) else {
                throw Refusal.notYours
            }
            try Self.put(draft, by: expert, to: question, db)
            try Self.forgetDraft(of: id, by: expert, db)
            try Self.move(question, to: .answered(by: expert), on: today, db)
        }
    }

    /// Declines a question that was given to this expert, with a reason for the moderators.
    package func handBack(_ id: ID<Question>, reason: String, version: Int, by expert: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .handedBack, person: expert, note: reason), on: id, version: version) {
            db, question in
            guard question.step == .withExpert(expert) else { throw Refusal.notYours }
            try passOn(question, .declined, by: expert, on: today, db)
        }
    }
}
