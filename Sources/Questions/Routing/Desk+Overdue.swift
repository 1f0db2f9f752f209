import GRDB
import Storage

extension Desk {
    /// Takes back what was not accepted or not answered in time: once it goes to the next expert or to the queue, the
    /// second time to the queue, marked, so that a person looks at it. A round too many finds nothing to do.
    package func returnOverdue() async throws {
        let today = world.today
        try await database.write { db in
            let settings = try Self.routing(db)
            let held = try ID<Question>.fetchAll(db, sql: "SELECT question FROM assignment ORDER BY question")
            for id in held {
                guard let question = try Self.question(db, id), let assignment = question.assignment,
                    assignment.due(settings) < today
                else { continue }
                let act: Decision.Act = assignment.accepted == nil ? .notAcceptedInTime : .notAnsweredInTime
                try Decision(act: act, person: assignment.expert).record(
                    db, on: id, version: question.version, world)
                try passOn(question, .ranOut, by: assignment.expert, on: today, db)
                try Self.bump(id, db)
            }
        }
    }
}
