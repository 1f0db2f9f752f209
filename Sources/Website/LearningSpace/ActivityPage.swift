import LearningSpace
import Storage

/// One activity, as its owner sees it.
struct ActivityPage: Page {
    static let template = "space/activity"
    static let place: Section? = .space
    let title: String
    let id: String
    let key: String
    let activity: ActivityRow
    let about: [String]
    let outcome: [String]
    let hasAbout: Bool
    let hasOutcome: Bool
    let reflections: [GoalRow.Link]
    let hasReflections: Bool
    let files: FilesView

    init(_ activity: Activity, _ own: [Responsibility], files: [Evidence], key: SendingKey) {
        self.files = FilesView(files, add: "/space/files/new?activity=\(activity.id)")
        title = activity.draft.title
        id = activity.id.description
        self.key = key.description
        self.activity = ActivityRow(activity, own)
        about = Paragraphs.of(activity.draft.about)
        outcome = Paragraphs.of(activity.draft.outcome)
        (hasAbout, hasOutcome) = (!activity.draft.about.isEmpty, !activity.draft.outcome.isEmpty)
        reflections = activity.reflections.map(GoalRow.Link.init)
        hasReflections = !reflections.isEmpty
    }
}

/// An activity in a list.
struct ActivityRow {
    let id: String
    let title: String
    let kind: String
    let days: String
    let amount: String?
    let provider: String?
    /// Whose word it was; nil where it is the owner's own.
    let statedBy: String?
    let isEthics: Bool
    /// The names of what it supports, in the owner's order.
    let supports: String?
    let about: String
    let outcome: String

    init(_ activity: Activity, _ own: [Responsibility]) {
        let draft = activity.draft
        id = activity.id.description
        title = draft.title
        kind = draft.kind.words
        days = draft.first == draft.last ? draft.first.words : "\(draft.first.words) to \(draft.last.words)"
        amount = draft.amount?.words
        provider = draft.provider.isEmpty ? nil : draft.provider
        statedBy = activity.statedBy.isEmpty ? nil : activity.statedBy
        isEthics = draft.isEthics
        let names = own.filter { draft.responsibilities.contains($0.id) }.map(\.name)
        supports = names.isEmpty ? nil : Spoken.words(names)
        (about, outcome) = (draft.about, draft.outcome)
    }
}

extension Activity.Amount {
    var words: String {
        let isOne = hundredths == 100
        return switch unit {
        case .hours: "\(typed) \(isOne ? "hour" : "hours")"
        case .points: "\(typed) \(isOne ? "point" : "points")"
        }
    }
}
