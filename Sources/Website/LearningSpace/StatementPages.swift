import LearningSpace
import Storage

/// A file that waits: what its columns mean, and what becomes of each row. Without one, where to choose it.
struct StatementPage: Page {
    struct Waiting {
        let summary: String
        let isRemembered: Bool
        let columns: [Field]
        let usualKind: Field
        let unit: Field
        let statedBy: Field
        let rows: [StatementRow]
        /// Said where more rows stand in the file than on the page.
        let more: String?
        let hasNew: Bool
        let button: String
    }
    static let template = "space/statement"
    static let place: Section? = .space
    let title = "Bring activities from a file"
    let errors: Errors?
    let error: String?
    let waiting: Waiting?

    /// So many rows are shown before they are taken in; those that need mending come first.
    private static let mostRows = 100

    init(_ waiting: WaitingStatement?, wrong: [Invalid]) {
        errors = Errors(wrong)
        error = wrong.sentence(for: "file")
        self.waiting = waiting.map { waiting in
            let count = StatementCount(waiting.outcomes)
            let refused = waiting.outcomes.filter { if case .refused = $0.content { true } else { false } }
            let others = waiting.outcomes.filter { if case .refused = $0.content { false } else { true } }
            let shown = (refused + others).prefix(Self.mostRows)
            return Waiting(
                summary: count.words(new: "will be recorded"), isRemembered: waiting.isRemembered,
                columns: Self.columns(waiting), usualKind: Self.kind(waiting.reading),
                unit: Self.unit(waiting.reading),
                statedBy: Field(
                    name: "stated-by", label: "Whose word is it?", value: waiting.reading.statedBy,
                    hint: "Such as your employer. It is kept with each activity.", optional: true),
                rows: shown.map(StatementRow.init),
                more: waiting.outcomes.count > shown.count
                    ? "The first \(shown.count) of \(waiting.outcomes.count) rows, those to mend before the others."
                    : nil,
                hasNew: count.new > 0,
                button: count.new == 1 ? "Record one activity" : "Record \(count.new) activities")
        }
    }

    private static func columns(_ waiting: WaitingStatement) -> [Field] {
        Statement.Field.allCases.map { field in
            let place = waiting.reading.columns[field]
            return Field(
                name: field.rawValue, label: field.words,
                options: [Choice(value: "", words: "No column", isChosen: place == nil)]
                    + waiting.statement.names.enumerated().map { number, name in
                        Choice(
                            value: "\(number)", words: name.isEmpty ? "Column \(number + 1)" : name,
                            isChosen: number == place)
                    })
        }
    }

    private static func kind(_ reading: Statement.Reading) -> Field {
        Field(
            name: "usual-kind", label: "Kind, where the row does not say",
            options: Activity.Kind.allCases.map {
                Choice(value: $0.rawValue, words: $0.words, isChosen: $0 == reading.kind)
            })
    }

    private static func unit(_ reading: Statement.Reading) -> Field {
        Field(
            name: "unit", label: "A bare number counts",
            options: Activity.Amount.Unit.allCases.map {
                Choice(value: $0.rawValue, words: $0.rawValue, isChosen: $0 == reading.unit)
            })
    }
}

/// What was done with a file.
struct TakenInPage: Page {
    static let template = "space/statement-taken"
    static let place: Section? = .space
    let title = "Taken in"
    let summary: String
    let refused: [StatementRow]
    let hasRefused: Bool

    init(_ outcomes: [Statement.Outcome]) {
        summary = StatementCount(outcomes).words(new: "recorded")
        refused = outcomes.filter { if case .refused = $0.content { true } else { false } }.map(StatementRow.init)
        hasRefused = !refused.isEmpty
    }
}

/// A row of the file, and what becomes of it.
struct StatementRow {
    let line: String
    let title: String
    let days: String
    let amount: String
    let becomes: String
    let isRefused: Bool

    init(_ outcome: Statement.Outcome) {
        line = "\(outcome.line)"
        let draft: Activity.Draft?
        switch outcome.content {
        case .new(let new): (draft, becomes) = (new, new.kind.words)
        case .here(let same): (draft, becomes) = (same, "Left out: it is in your record already.")
        case .twice(let same, let first): (draft, becomes) = (same, "Left out: it says the same as line \(first).")
        case .refused(let sentence): (draft, becomes) = (nil, sentence)
        }
        isRefused = draft == nil
        title = draft?.title ?? ""
        days = draft.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" } ?? ""
        amount = draft?.amount?.words ?? ""
    }
}

/// How many rows come to what.
private struct StatementCount {
    var new = 0
    var same = 0
    var refused = 0

    init(_ outcomes: [Statement.Outcome]) {
        for outcome in outcomes {
            switch outcome.content {
            case .new: new += 1
            case .here, .twice: same += 1
            case .refused: refused += 1
            }
        }
    }

    func words(new verb: String) -> String {
        "\(new) \(verb), \(same) left out as the same, \(refused) to mend."
    }
}

extension Statement.Field {
    fileprivate var words: String {
        switch self {
        case .title: "What was done"
        case .first: "First day"
        case .last: "Last day"
        case .kind: "Kind"
        case .amount: "How much"
        case .about: "What it was about"
        case .outcome: "What came of it"
        case .provider: "Who offered it"
        case .ethics: "Whether it was about ethics"
        }
    }
}
