import GRDB
import Storage

/// What somebody on the staff did to a question, as the history keeps it.
struct Decision: Sendable {
    let act: Act
    let person: PersonID
    var note = ""

    enum Act: String, CaseIterable {
        case redacted, restored, reworded, assigned, clarified
        case askedForChanges = "asked for changes"
        case handedBack = "handed back"
        case declined, answered, released
        case tookBack = "took back"
        case askedAnother = "asked another expert"
        case wentOn = "went on without them"
        case corrected, superseded
        case proposedCorrection = "proposed a correction"
        case dismissedCorrection = "dismissed a correction"
        case tookDown = "took down"
        case markedUrgent = "marked urgent"
        case unmarkedUrgent = "unmarked urgent"
        case dismissedReport = "dismissed a report"
        case markedForTakeDown = "marked for take-down"
        case dismissedCommentReport = "dismissed a report of a comment"
        case removedComment = "removed a comment"
        case accepted
        case notAcceptedInTime = "did not accept in time"
        case notAnsweredInTime = "did not answer in time"
        case givenAutomatically = "was given it automatically"
        case handedOver = "handed over"
        case left = "answers no more"
    }

    func record(_ db: Database, on question: ID<Question>, version: Int, _ world: World) throws {
        try db.execute(
            sql: "INSERT INTO decision (id, question, version, day, person, act, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                world.id(of: Decision.self), question, version, world.today, person, act.rawValue, note,
            ])
    }
}
