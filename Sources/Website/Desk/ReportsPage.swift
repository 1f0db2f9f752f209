import LearningSpace
import Questions
import Storage

struct ReportsPage: Page {
    /// One report in words.
    struct Said {
        let id: String
        let reason: String
        let words: String?
    }
    /// Something reported, with what can be decided on it.
    struct Row {
        /// The page, or nil for a comment, which is read here alone.
        let page: String?
        let heading: String
        let kind: String
        let text: [String]
        let isGone: Bool
        let reports: [Said]
        /// Nobody decides on what they wrote.
        let isOwn: Bool
        /// Where the forms go: to dismiss, and to mark or remove.
        let dismissAt: String
        let dismiss: String
        let actAt: String?
        let act: String
        let note: Field
    }
    /// A correction that an expert proposes.
    struct Proposal {
        let href: String
        let title: String
        let name: String
        /// Nobody decides on what they wrote.
        let isOwn: Bool
    }
    static let template = "desk/reports"
    static let place: Section? = .desk
    let title = "Reports"
    let errors: Errors?
    let waiting: [Row]
    let marked: [Row]
    let hasMarked: Bool
    let proposals: [Proposal]
    let hasProposals: Bool
    let isEmpty: Bool

    init(
        pages: [ReportedPage], comments: [ReportedComment], proposed: [ProposedCorrection], names: [PersonID: String],
        person: PersonID, form: Form,
        wrong: [Invalid]
    ) {
        errors = Errors(wrong)
        let typed = wrong.isEmpty ? nil : form
        let rows = pages.map { Row($0, names: names, person: person, typed: typed) }
        waiting =
            comments.map { Row($0, names: names, person: person, typed: typed) }
            + zip(pages, rows).filter { !$0.0.isMarked }.map(\.1)
        marked = zip(pages, rows).filter(\.0.isMarked).map(\.1)
        hasMarked = !marked.isEmpty
        proposals = proposed.map {
            Proposal(
                href: "/desk/published/\($0.question)/answers/\($0.expert)", title: $0.title,
                name: names[$0.expert] ?? "A former expert", isOwn: $0.expert == person)
        }
        hasProposals = !proposals.isEmpty
        isEmpty = waiting.isEmpty && !hasProposals
    }
}

extension ReportsPage.Row {
    fileprivate init(_ reported: ReportedPage, names: [PersonID: String], person: PersonID, typed: Form?) {
        page = "/questions/\(reported.question)"
        heading = reported.title
        switch reported.subject {
        case .question:
            kind = "The question"
            isOwn = false
        case .answer(let expert):
            kind = "The answer of \(names[expert] ?? "a former expert")"
            isOwn = expert == person
        }
        text = Paragraphs.of(reported.text ?? "")
        isGone = reported.text == nil
        reports = reported.reports.map {
            ReportsPage.Said(
                id: $0.id.description, reason: $0.reason.sentence, words: $0.words.isEmpty ? nil : $0.words)
        }
        dismissAt = "/desk/reports/dismissals"
        dismiss = reported.isMarked ? "Leave it up after all" : "Dismiss"
        actAt = reported.isMarked ? nil : "/desk/reports/marks"
        act = "Mark it for take-down"
        note = Self.note(reports, typed)
    }

    fileprivate init(_ reported: ReportedComment, names: [PersonID: String], person: PersonID, typed: Form?) {
        page = nil
        let name = names[reported.author] ?? "a former member"
        heading = "A comment of \(name)"
        kind = "On a shared reflection"
        text = Paragraphs.of(reported.body)
        isGone = false
        isOwn = reported.author == person
        reports = reported.reports.map {
            ReportsPage.Said(
                id: $0.id.description, reason: $0.reason.sentence, words: $0.words.isEmpty ? nil : $0.words)
        }
        dismissAt = "/desk/reports/comments/\(reported.id)/dismissals"
        dismiss = "Dismiss"
        actAt = "/desk/reports/comments/\(reported.id)/removal"
        act = "Remove the comment"
        note = Self.note(reports, typed)
    }

    /// The box for the history, with what was typed if this row's form came back.
    private static func note(_ reports: [ReportsPage.Said], _ typed: Form?) -> Field {
        let isBack = typed?.all("report").contains { id in reports.contains { $0.id == id } } ?? false
        return Field(
            name: "note-\(reports.first?.id ?? "")", label: "Note for the history",
            value: isBack ? typed?["note"] : nil, optional: true)
    }
}
