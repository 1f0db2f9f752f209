import GRDB
package import Storage

/// Where the questions of somebody who leaves, or is away for long, go.
package enum HandOver: String, Sendable {
    case nextCandidates = "next"
    case queue
}

/// A question that was handed over, and with whom it is now: nil for the queue.
package struct HandedOver: Sendable {
    package let question: ID<Question>
    package let topic: Topic
    package let title: String
    package let to: PersonID?
}

extension Desk {
    /// Everything that is with an expert, as this person may see it.
    package func held(by expert: PersonID, shownTo person: PersonID) async throws -> [Question] {
        try await database.read { db in
            try Self.held(by: expert, db).filter { !$0.excluded.contains(person) }
        }
    }

    static func held(by expert: PersonID, _ db: Database) throws -> [Question] {
        try ID<Question>.fetchAll(
            db, sql: "SELECT question FROM assignment WHERE expert = ? ORDER BY question", arguments: [expert]
        ).compactMap { try question(db, $0) }
    }

    /// Hands over everything an expert holds, in one act. What nobody else is free for goes to the queue.
    /// - Returns: what became of each, without what the asker keeps from this person.
    package func handOver(
        everythingOf expert: PersonID, to goal: HandOver, by person: PersonID
    ) async throws -> [HandedOver] {
        try await database.write { db in
            try handOver(everythingOf: expert, to: goal, by: person, .handedOver, db)
        }
    }

    func handOver(
        everythingOf expert: PersonID, to goal: HandOver, by person: PersonID, _ act: Decision.Act, _ db: Database
    ) throws -> [HandedOver] {
        var handed: [HandedOver] = []
        for question in try Self.held(by: expert, db) {
            try Decision(act: act, person: person).record(db, on: question.id, version: question.version, world)
            let back = question.step(without: expert)
            let staysAtDesk = goal == .queue || back != .received
            let next = staysAtDesk ? nil : try giveToNext(question, on: world.today, db)
            if next == nil { try Self.move(question, to: back, on: world.today, db) }
            try Self.bump(question.id, db)
            guard !question.excluded.contains(person) else { continue }
            handed.append(
                HandedOver(
                    question: question.id, topic: question.topic, title: Summary.title(of: question.redacted), to: next)
            )
        }
        return handed
    }
}
