import LearningSpace
import Storage

/// The form of an activity: new, stored, or two that disagree.
struct WriteActivityPage: Page {
    static let template = "space/activity-write"
    static let place: Section? = .space
    let title: String
    let action: String
    let cancel: String
    let version: Int?
    let key: String?
    let errors: Errors?
    let name: Field
    let kind: Field
    let first: Field
    let last: Field
    let amount: Field
    let unit: Field
    let about: Field
    let outcome: Field
    let provider: Field
    let ethics: Choices
    /// Nil where no responsibility is named yet.
    let supports: Choices?
    /// Where another window saved meanwhile: what stands there.
    let stored: ActivityRow?

    init(
        _ form: Form, over activity: Activity?, isConflict: Bool, own: [Responsibility], key: SendingKey,
        wrong: [Invalid]
    ) {
        let page = activity.map { "/space/activities/\($0.id)" }
        let draft = activity?.draft
        let isTyped = form.has("title")
        func typed(_ name: String, _ value: String?) -> String? { isTyped ? form[name] : value }
        title = isConflict ? "Two versions" : activity == nil ? "Record an activity" : "Change the activity"
        action = page ?? "/space/activities"
        cancel = page ?? "/space/activities"
        version = activity.map { isConflict || !isTyped ? $0.version : Int(form["version"]) ?? $0.version }
        self.key = activity == nil ? (isTyped ? form["key"] : key.description) : nil
        errors = Errors(wrong)
        stored = isConflict ? activity.map { ActivityRow($0, own) } : nil
        name = Field(
            name: "title", label: "What did you do?", value: typed("title", draft?.title),
            error: wrong.sentence(for: "title"))
        kind = Field(
            name: "kind", label: "Kind", error: wrong.sentence(for: "kind"),
            options: Activity.Kind.allCases.map {
                Choice(
                    value: $0.rawValue, words: $0.words,
                    isChosen: typed("kind", draft?.kind.rawValue) == $0.rawValue)
            })
        first = Field(
            name: "first", label: "First day", value: typed("first", draft?.first.description),
            error: wrong.sentence(for: "first"), type: "date", short: true)
        last = Field(
            name: "last", label: "Last day", value: typed("last", draft.map { $0.last.description }),
            hint: "Empty where it took one day.", error: wrong.sentence(for: "last"), type: "date", optional: true,
            short: true)
        amount = Field(
            name: "amount", label: "How much", value: typed("amount", draft?.amount?.typed),
            hint: "Only if your body counts.", error: wrong.sentence(for: "amount"), inputmode: "decimal",
            optional: true, short: true)
        unit = Field(
            name: "unit", label: "Counted in",
            options: Activity.Amount.Unit.allCases.map {
                Choice(
                    value: $0.rawValue, words: $0.rawValue,
                    isChosen: typed("unit", draft?.amount?.unit.rawValue) == $0.rawValue)
            })
        about = Field(
            name: "about", label: "What was it about?", value: typed("about", draft?.about),
            error: wrong.sentence(for: "about"), rows: 4, optional: true)
        outcome = Field(
            name: "outcome", label: "What came of it?", value: typed("outcome", draft?.outcome),
            hint: "For you, and for those you serve.", error: wrong.sentence(for: "outcome"), rows: 4, optional: true)
        provider = Field(
            name: "provider", label: "Who offered it?", value: typed("provider", draft?.provider),
            error: wrong.sentence(for: "provider"), optional: true)
        let isEthics = isTyped ? form["ethics"] == "yes" : draft?.isEthics == true
        ethics = Choices(
            name: "ethics-group", field: "ethics", label: "Ethics", kind: "checkbox",
            options: [Choice(value: "yes", words: "It was about ethics", isChosen: isEthics)])
        let ticked = Set(isTyped ? form.all("supports") : (draft?.responsibilities ?? []).map(\.description))
        supports =
            own.isEmpty
            ? nil
            : Choices(
                name: "supports-group", field: "supports", label: "Which key responsibilities does it support?",
                kind: "checkbox",
                options: own.map {
                    Choice(
                        value: $0.id.description, words: $0.name, isChosen: ticked.contains($0.id.description))
                })
    }
}

extension Activity.Kind {
    var words: String {
        switch self {
        case .course: "Course or workshop"
        case .reading: "Reading or listening"
        case .conference: "Conference or meeting"
        case .practice: "Learning in practice"
        case .project: "Project"
        case .mentoring: "Mentoring or supervision"
        case .volunteering: "Volunteering"
        case .other: "Something else"
        }
    }
}
