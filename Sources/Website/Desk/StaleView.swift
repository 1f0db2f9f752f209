import Questions
import Storage

/// What happened to a question while somebody decided on it, in sentences.
enum ChangeWords {
    static let gone = "It was withdrawn, or is kept for somebody else."

    static func of(_ changes: Desk.Changes, names: [PersonID: String]) -> [String] {
        if changes.step == .withdrawn { return ["The asker withdrew it."] }
        var words = changes.decisions.map { entry in
            let note = entry.note.isEmpty ? "" : " – “\(entry.note)”"
            return "\(names[entry.person] ?? "A former member"): \(entry.act)\(note)"
        }
        if changes.isReworded { words.append("The asker changed the words.") }
        if changes.hasOther { words.append("The asker sent word with a batch, or its expert left.") }
        return words
    }
}

/// Told to somebody whose act was refused: what changed since they opened the page, and what they had typed that stands
/// in no box of the page any more.
struct StaleView {
    let changes: [String]
    let hasChanges: Bool
    let now: String?
    let typed: [TypedText]

    /// - Parameters:
    ///   - looking: who has the question open now, if it is somebody else.
    ///   - inBoxes: the fields that the page shows with what was typed.
    init(
        _ changes: Desk.Changes?, names: [PersonID: String], looking: String? = nil, form: Form, inBoxes: Set<String>
    ) {
        self.changes = changes.map { ChangeWords.of($0, names: names) } ?? []
        hasChanges = !self.changes.isEmpty
        now = looking.map { "\($0) has it open now." }
        typed = TypedText.all(in: form, but: inBoxes, labels: Self.labels)
    }

    private static let labels = [
        "words": "Words to hide", "reason": "Your reason", "changes": "What the asker should change",
        "text": "Your answer", "sources": "Your sources",
        "clarification": "Your question to the asker",
    ]
}

/// Shown in place of a question that left the desk, or went to somebody else, while someone worked on it.
struct QuestionGonePage: Page {
    static let template = "desk/gone"
    static let place: Section? = .expert
    let title = "This question is not with you any more"
    let back = "/expert"
    let backWords = "Questions for you"
    let stale: StaleView

    init(_ changes: Desk.Changes?, names: [PersonID: String], form: Form) {
        stale = StaleView(changes, names: names, form: form, inBoxes: [])
    }
}

struct GoneFromDeskPage: Page {
    static let template = "desk/gone"
    static let place: Section? = .desk
    let title = "This question is not at the desk any more"
    let back = "/desk"
    let backWords = "Desk"
    let stale: StaleView

    init(_ changes: Desk.Changes?, names: [PersonID: String], form: Form) {
        stale = StaleView(changes, names: names, form: form, inBoxes: [])
    }
}
