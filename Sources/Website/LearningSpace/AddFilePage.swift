import LearningSpace
import Storage

/// The form that sends a file, or puts somewhere what is kept already.
struct AddFilePage: Page {
    enum About {
        case nothing
        case activity(Activity)
        case goal(Goal)
        case reflection(Reflection)
    }
    struct Subject {
        let href: String
        let title: String
    }
    static let template = "space/file-new"
    static let place: Section? = .space
    let title = "Add a file"
    let key: String
    let errors: Errors?
    /// What it is for: its page, its title, and the field that names it; nil where it is for nothing yet.
    let subject: Subject?
    let field: String?
    let value: String?
    let file: Field
    let about: Field
    /// Nil where it is for no reflection.
    let stage: Field?
    /// Nil where nothing is kept yet, or there is no place to put it.
    let kept: Field?
    let use: String

    init(
        _ about: About, _ listing: FileListing, _ limits: EvidenceLimits, key: SendingKey,
        form: Form, wrong: [Invalid]
    ) {
        self.key = SendingKey(form["key"])?.description ?? key.description
        errors = Errors(wrong)
        var stages: [Choice]?
        switch about {
        case .nothing: (subject, field, value) = (nil, nil, nil)
        case .activity(let activity):
            subject = Subject(href: "/space/activities/\(activity.id)", title: activity.draft.title)
            (field, value) = ("activity", activity.id.description)
        case .goal(let goal):
            subject = Subject(href: "/space/goals/\(goal.id)", title: goal.title)
            (field, value) = ("goal", goal.id.description)
        case .reflection(let reflection):
            subject = Subject(href: "/space/reflections/\(reflection.id)", title: reflection.title)
            (field, value) = ("reflection", reflection.id.description)
            stages = reflection.stages.map {
                Choice(value: $0.asks.name, words: $0.asks.title, isChosen: form["stage"] == $0.asks.name)
            }
        }
        file = Field(
            name: "file", label: "File",
            hint:
                "A PDF, a picture, a text or CSV file, or a document of Word, Excel, PowerPoint or LibreOffice, of up to \(limits.bytesOfFile.inMegabytes). Where and when a picture was taken is removed from it.",
            error: wrong.sentence(for: "file"))
        self.about = Field(
            name: "about", label: "What does it show?", value: form["about"], error: wrong.sentence(for: "about"),
            rows: 3, optional: true)
        stage = stages.map {
            Field(
                name: "stage", label: "Which stage does it belong to?",
                hint: "Whoever may read that stage may open the file.", error: wrong.sentence(for: "stage"),
                options: $0)
        }
        kept =
            subject == nil || listing.files.isEmpty
            ? nil
            : Field(
                name: "kept", label: "Or one that you keep already",
                hint: listing.pages > 1 ? "The \(FileListing.onPage) that you added last." : nil,
                options: [Choice(value: "", words: "None of them")]
                    + listing.files.map {
                        Choice(
                            value: $0.evidence.id.description, words: $0.evidence.name,
                            isChosen: form["kept"] == $0.evidence.id.description)
                    })
        use = listing.use.words(limits)
    }
}
