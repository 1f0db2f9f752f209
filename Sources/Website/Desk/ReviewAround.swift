import Foundation
import Questions
import Storage

/// What stands around a question on its review page: who looks at it, whether it is urgent, what is much like it, what
/// changed meanwhile, and what would be published.
struct ReviewAround {
    struct LeaseView {
        let isYours: Bool
        let name: String
        /// As `12:10`.
        let until: String
        let opening: String
    }
    struct Alike {
        let words: String
        let rows: [QueueLines.Row]
        let all: String?
    }
    struct Preview {
        let heading: String
        let pieces: [TextPiece]
    }
    let lease: LeaseView?
    /// Whether whoever looks may decide something.
    let isOpen: Bool
    let isUrgent: Bool
    let alike: Alike?
    let stale: StaleView?
    let preview: Preview?

    init(
        _ question: Question, lease: Lease?, alike: (others: [Desk.Waiting], count: Int), stale: StaleView?,
        lines: QueueLines, person: PersonID, mayDecide: Bool
    ) {
        self.lease = lease.map {
            LeaseView(
                isYours: $0.person == person, name: lines.names[$0.person] ?? "Somebody", until: Clock.words($0.until),
                opening: $0.opening.description)
        }
        isOpen = question.step.isOpen && mayDecide
        isUrgent = question.isUrgent
        let lot = alike.others.first?.lot
        self.alike =
            alike.others.isEmpty
            ? nil
            : Alike(
                words: alike.count == 1 ? "Another is much like it" : "\(alike.count) others are much like it",
                rows: alike.others.map { lines.row($0) },
                all: alike.count > alike.others.count
                    ? lot.map { Address.with([("alike", $0.description)], at: "/desk") } : nil)
        self.stale = stale
        preview =
            question.step.isOpen
            ? Preview(
                heading: Summary.title(of: question.redacted),
                pieces: TextPiece.pieces(ofPublished: question.redacted)) : nil
    }
}

enum Clock {
    /// Hours and minutes in UTC.
    static func words(_ moment: Date) -> String {
        let minutes = Int(moment.timeIntervalSince1970 / 60) % 1_440
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
