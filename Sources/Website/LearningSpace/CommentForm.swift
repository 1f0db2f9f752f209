import LearningSpace
import Storage

/// What says something to a reflection.
struct CommentForm {
    struct Reply {
        let id: String
        let name: String
    }
    let action: String
    let key: String
    /// The comment replied to, with its author's name.
    let reply: Reply?
    let body: Field
    let stage: Field
    /// Nil in a reply, and for the owner.
    let kind: Field?
    let agreements: Choices?

    init(_ reading: Reading, key: SendingKey, reply: Reply?, form: Form, wrong: [Invalid]) {
        let reflection = reading.reflection
        let isPeers = reply == nil && reading.reader != reflection.owner
        action = "/shared/\(reflection.id)/comments"
        self.key = form.has("body") ? form["key"] : key.description
        self.reply = reply
        body = Field(
            name: "body", label: "Your comment", value: form["body"],
            hint: "A question or something that helped you does more than praise.",
            error: wrong.sentence(for: "body"), rows: 4)
        stage = Field(
            name: "stage", label: "About",
            options: (reading.isWhole ? [Choice(value: "", words: "the whole reflection")] : [])
                + reflection.stages.map {
                    Choice(value: $0.asks.name, words: $0.asks.title, isChosen: $0.asks.name == form["stage"])
                })
        kind = isPeers ? Self.kind(form["kind"]) : nil
        agreements = isPeers ? Self.agreements(Set(form.all("agree"))) : nil
    }

    private static func kind(_ chosen: String) -> Field {
        Field(
            name: "kind", label: "It is",
            options: Comment.Kind.allCases.map {
                Choice(value: $0.rawValue, words: $0.explained, isChosen: $0.rawValue == chosen)
            })
    }

    private static func agreements(_ ticked: Set<String>) -> Choices {
        Choices(
            name: "agreements", field: "agree", label: "Between the two of you, unless you agree",
            kind: "checkbox",
            options: [
                Choice(
                    value: "readers", words: "Other readers may see it", hint: "Once the writer agrees too.",
                    isChosen: ticked.contains("readers")),
                Choice(
                    value: "name", words: "The writer may name me",
                    hint: "Should they make a step of it, which they alone see.", isChosen: ticked.contains("name")),
            ])
    }
}
