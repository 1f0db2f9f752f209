import Foundation
import Opportunities
import Storage

/// The source document's four questions, and beneath them what narrows a search further.
struct FinderForm {
    let errors: Errors?
    let want: Field
    let cause: Field
    let near: Field
    let brings: Field
    let develops: Field
    let hours: Field
    let within: Field
    let remote: Field
    let day: Field
    let slot: Field
    let from: Field
    let cost: Field
    let checks: Field
    let access: Field
    let kind: Field
    let references: Field
    let age: Field
    let stated: Field
    let lean: Field
    /// Whether any of those beneath is in use, so that they are shown.
    let isNarrowed: Bool

    init(_ form: Form, causes: [Catalogue.CauseCount], wrong: [Invalid]) {
        func text(_ name: String, _ label: String, hint: String? = nil, type: String? = nil) -> Field {
            Field(
                name: name, label: label, value: form[name], hint: hint, error: wrong.sentence(for: name), type: type)
        }
        func choice(_ name: String, _ label: String, _ options: [(String, String)]) -> Field {
            Field(
                name: name, label: label, error: wrong.sentence(for: name),
                options: options.map { Choice(value: $0.0, words: $0.1, isChosen: $0.0 == form[name]) })
        }
        errors = Errors(wrong)
        want = text("q", "What do you want to do?", hint: "A role, a skill, a cause: plain words", type: "search")
        cause = choice(
            "cause", "Which areas interest you?",
            [("", "Any area")] + causes.map { ($0.id, "\($0.label) (\($0.opportunities))") })
        near = text("near", "Near where?", hint: "A town, a region, or the first half of a postcode")
        brings = text("brings", "A skill to stretch", hint: "One you have already")
        develops = text("develops", "A skill to learn", hint: "One you want to develop")
        hours = choice(
            "hours", "How much time do you have?",
            [
                ("", "Any amount"), ("1", "An hour a week"), ("2", "Two hours a week"), ("4", "Half a day a week"),
                ("8", "A day a week"), ("16", "Two days a week"),
            ])
        within = choice(
            "within", "How far?",
            [("", "Within 15 miles")]
                + [2, 5, 10, 25, 50, 100, 200].map { ("\($0)", "Within \($0) miles") })
        remote = choice(
            "remote", "From home?",
            [
                ("", "Either"), ("only", "From home only"), ("also", "Near, or from home"), ("in-person", "In person"),
            ])
        day = choice(
            "day", "On which day?", [("", "Any day")] + Weekday.allCases.map { ($0.name.lowercased(), $0.name) })
        slot = choice(
            "slot", "At what time?",
            [("", "Any time")] + PartOfDay.allCases.map { ($0.rawValue, $0.rawValue.capitalized) })
        from = text("from", "From which date?", hint: "Like 2026-11-30")
        cost = choice("cost", "Cost", [("", "Any"), ("none", "Expenses paid, or not stated")])
        checks = choice("checks", "Checks", [("", "Any"), ("none", "No criminal record check stated")])
        access = choice("access", "Access", [("", "Any"), ("step-free", "Step-free, or not stated")])
        kind = choice(
            "kind", "Ongoing or one-off?",
            [("", "Either"), ("ongoing", "Ongoing"), ("one-off", "One-off, within a week")])
        references = choice("references", "References", [("", "Any"), ("none", "None, or not stated")])
        age = text("age", "Your age", hint: "Leaves out what asks for somebody older")
        stated = choice(
            "stated", "What is not stated", [("", "Stays in the list, and is marked"), ("only", "Is left out")])
        lean = choice(
            "lean", "What counts most?", [("", "A balance")] + Search.Lean.allCases.map { ($0.rawValue, $0.words) })
        let narrowing = [
            "remote", "day", "slot", "from", "cost", "checks", "access", "kind", "references", "age",
            "stated",
            "lean",
        ]
        isNarrowed = narrowing.contains { !form[$0].isEmpty }
    }
}
