import Questions
import Storage

/// What an expert still has to say to a question that was given to them, and until when.
struct Acceptance {
    let id: String
    let version: Int
    /// Whether they have taken it on.
    let isAccepted: Bool
    /// The last day for it, such as "Accept it by 18 September 2026."
    let until: String

    /// nil where nothing is awaited of an expert.
    init?(_ question: Question, _ settings: RoutingSettings) {
        guard let assignment = question.assignment else { return nil }
        id = question.id.description
        version = question.version
        isAccepted = assignment.accepted != nil
        until = "\(isAccepted ? "Answer" : "Accept or decline") it by \(assignment.due(settings).words)."
    }
}
