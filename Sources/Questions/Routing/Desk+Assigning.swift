import GRDB
package import Storage

extension Desk {
    /// Approves a question and gives it to the first candidate, where routing is automatic.
    /// - Throws: `Refusal.expertNotChosen` where it is not, `.nobodyFree` where nobody fits and is there.
    package func assignToNext(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .assigned, person: person), on: id, version: version) { db, question in
            guard try Self.routing(db).isAutomatic else { throw Refusal.expertNotChosen }
            guard try giveToNext(question, on: today, db) != nil else { throw Refusal.nobodyFree }
        }
    }

    /// Gives a question to the first candidate who is free, and says so in its history.
    /// - Returns: who has it now; nil where nobody is free.
    func giveToNext(_ question: Question, on today: Day, _ db: Database) throws -> PersonID? {
        let next = try candidates(for: question, shownTo: nil, on: today, db).first(where: \.isFree)
        guard let next else { return nil }
        // It follows from the decision that was just written down, and stands after it.
        try Self.bump(question.id, db)
        try Decision(act: .givenAutomatically, person: next.id).record(
            db, on: question.id, version: question.version + 1, world)
        try db.execute(sql: "DELETE FROM answer WHERE question = ?", arguments: [question.id])
        try Self.move(question, to: .withExpert(next.id), on: today, db)
        return next.id
    }

    /// Takes on a question that was given to this expert; from this day the days for the answer count.
    package func accept(_ id: ID<Question>, version: Int, by expert: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .accepted, person: expert), on: id, version: version) { db, question in
            guard question.step == .withExpert(expert) else { throw Refusal.notYours }
            guard question.assignment?.accepted == nil else { throw Refusal.changedMeanwhile }
            try Assignment.accept(id, on: today, db)
        }
    }

    /// After an expert has said no, or nothing for too long: on to the next where routing is automatic, else back to the
    /// queue. Whoever had it is passed over.
    func passOn(
        _ question: Question, _ why: PassedOn, by expert: PersonID, on today: Day, _ db: Database
    ) throws {
        try why.note(question.id, by: expert, db)
        // Where others have answered already, it goes on with what they wrote.
        let back = question.step(without: expert)
        guard back == .received else { return try Self.move(question, to: back, on: today, db) }
        let isEscalated = try PassedOn.timesRanOut(question.id, db) >= PassedOn.escalatesAt
        if !isEscalated, try Self.routing(db).isAutomatic, try giveToNext(question, on: today, db) != nil { return }
        try Self.move(question, to: back, on: today, db)
    }
}
