import LearningSpace
import Members
import Questions
import Storage

/// What opens a reflection to others: which stages, to whom, until when.
struct ShareForm {
    let action: String
    /// What was chosen could not be taken.
    let isOpen: Bool
    let stages: Choices
    let audience: Choices
    let people: Choices
    let topic: Field
    let until: Field

    /// Whom there is to share with, and by what peers find it.
    struct Around {
        let members: [Member]
        let groups: [Group]
        let topics: [Topic]
        /// That stands with the reflection.
        let topic: String?
    }

    init(_ reflection: Reflection, _ around: Around, today: Day, form: Form, wrong: [Invalid]) {
        action = "/space/reflections/\(reflection.id)/shares"
        isOpen = !wrong.isEmpty
        let chosen = Set(form.all("stage"))
        stages = Choices(
            name: "stages", field: "stage", label: "Which stages?", hint: "What you do not tick stays yours alone.",
            error: wrong.sentence(for: "stages"), kind: "checkbox", across: true,
            options: reflection.stages.map {
                Choice(
                    value: $0.asks.name, words: $0.asks.title, hint: $0.isWritten ? nil : "not written yet",
                    isChosen: chosen.contains($0.asks.name))
            })
        audience = Choices(
            name: "audience", field: "audience", label: "With whom?", error: wrong.sentence(for: "audience"),
            options: [
                Choice(value: "everyone", words: "Every member", isChosen: form["audience"] == "everyone")
            ]
                + around.groups.filter(\.isMember).map {
                    Choice(
                        value: "group:\($0.id)", words: "The group “\($0.name)”",
                        hint: "Whoever is in it when they read. It closes when you leave the group.",
                        isChosen: form["audience"] == "group:\($0.id)")
                } + [
                    Choice(value: "named", words: "The people ticked below", isChosen: form["audience"] == "named"),
                    Choice(
                        value: "link", words: "Whoever has a secret link",
                        hint: "To read, without comments and without signing in.",
                        isChosen: form["audience"] == "link"),
                ])
        let ticked = Set(form.all("person"))
        people = Choices(
            name: "people", field: "person", label: "People", kind: "checkbox", across: true,
            options: around.members.map {
                Choice(value: $0.id.description, words: $0.name, isChosen: ticked.contains($0.id.description))
            })
        let chosenTopic = form.has("topic") ? form["topic"] : around.topic ?? ""
        topic = Field(
            name: "topic", label: "What is it about?", hint: "So that peers find it. Your tags stay yours.",
            optional: true,
            options: [Choice(value: "", words: "No topic", isChosen: chosenTopic.isEmpty)]
                + around.topics.map { Choice(value: $0.slug, words: $0.name, isChosen: $0.slug == chosenTopic) })
        let usual = (today + Share.Draft.usualDays).description
        until = Field(
            name: "until", label: "Until the end of", value: form.has("until") ? form["until"] : usual,
            hint: "It closes by itself. You can withdraw it before, or share again.",
            error: wrong.sentence(for: "until"), type: "date", short: true)
    }
}
