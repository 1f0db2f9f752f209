import Questions
import Storage

/// An asker's appeal, as the moderator reads it above the question.
struct AppealView {
    let words: String
    /// Whether it is against a decision of the person who looks.
    let isOwn: Bool
    /// Whether nobody else could decide.
    let isAlone: Bool

    init(_ heard: Desk.Heard, for person: PersonID, isAlone: Bool) {
        words = heard.appeal.words
        isOwn = heard.against == person
        self.isAlone = isAlone
    }
}

extension Field {
    /// The list of reasons beside the sentence; nil where the list is empty.
    static func because(_ reasons: [Reason], _ form: Form, _ wrong: [Invalid]) -> Field? {
        if reasons.isEmpty && wrong.sentence(for: "because") == nil { return nil }
        return Field(
            name: "because", label: "Reason", error: wrong.sentence(for: "because"),
            options: [Choice(value: "", words: "None of these: as said below")]
                + reasons.map {
                    Choice(
                        value: $0.id.description, words: $0.words, isChosen: $0.id.description == form["because"])
                })
    }
}
