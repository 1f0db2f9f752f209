import Questions
import Storage

/// What an expert types: the answer, what it rests on, and until when it can be trusted.
struct AnswerForm {
    let text: Field
    let sources: Field
    let review: Field
    /// nil where nobody has answered yet.
    let buildsOn: Field?
    let others: [AnswerView]
    /// Which draft is typed over.
    let draft: Int
    let preview: AnswerView?
    /// Another window's draft, where both have changed.
    let otherDraft: String?

    init(
        _ question: Question, by expert: PersonID, names: [PersonID: String], today: Day, saved: Answer.Saved?,
        form: Form, preview: Answer?, wrong: [Invalid]
    ) {
        let own = question.answers.first { $0.expert == expert }
        let isTyped = form.has("text") && form.has("draft")
        let typed =
            form.has("text")
            ? Answer.Typed(form) : saved?.typed ?? own.map(Answer.Typed.init) ?? Answer.Typed(text: "")
        (text, sources, review) = Self.fields(typed, form, today: today, wrong: wrong)
        let before = question.answers.prefix { $0.expert != expert }
        others = question.answers.filter { $0.expert != expert }.map {
            AnswerView($0, names: names, headline: nil, today: today)
        }
        buildsOn = before.isEmpty ? nil : Self.buildsOn(Array(before), names, chosen: typed.buildsOn)
        // Once both are on the page, the next save is meant to replace the other.
        draft = saved?.number ?? 0
        self.preview = preview.map { AnswerView($0, names: names, headline: nil, today: today) }
        otherDraft =
            isTyped ? saved.flatMap { "\($0.number)" == form["draft"] || $0.typed == typed ? nil : $0.typed.text } : nil
    }

    /// The boxes of an answer; also for a correction.
    static func fields(
        _ typed: Answer.Typed, _ form: Form, today: Day, wrong: [Invalid]
    ) -> (text: Field, sources: Field, review: Field) {
        let months = ReviewBy.choices(from: today)
        return (
            Field(
                name: "text", label: "Your answer", value: form.has("text") ? form["text"] : typed.text,
                hint:
                    "It appears under your name once a moderator has read it. An empty line begins a paragraph, - a list, > a quote, ## a heading; **strong**, *emphasis*, [words](https://address).",
                error: wrong.sentence(for: "text"), rows: 14, long: true),
            Field(
                name: "sources", label: "Sources", value: form.has("sources") ? form["sources"] : typed.sources,
                hint: "One a line: what it is, then its address. Up to ten.", error: wrong.sentence(for: "sources"),
                rows: 3, optional: true),
            Field(
                name: "review", label: "To be read again by",
                hint: "After that, readers are told that some of it may no longer hold.",
                error: wrong.sentence(for: "review"), optional: true,
                options: [Choice(value: "", words: "No date")]
                    + months.map {
                        Choice(
                            value: $0.description, words: "the end of \($0.words)",
                            isChosen: $0.description == typed.reviewBy)
                    })
        )
    }

    private static func buildsOn(_ answers: [Answer], _ names: [PersonID: String], chosen: String) -> Field {
        Field(
            name: "builds-on", label: "Does it build on another answer?",
            options: [Choice(value: "", words: "No, it stands by itself")]
                + answers.map {
                    Choice(
                        value: $0.expert.description,
                        words: "On the answer by \(names[$0.expert] ?? "a former expert")",
                        isChosen: $0.expert.description == chosen)
                })
    }
}
