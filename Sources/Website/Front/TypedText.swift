/// What somebody typed into one box of a form that could not be taken, to be given back and copied.
struct TypedText {
    let name: String
    let label: String
    let value: String

    /// Everything in a form that somebody typed, but for passwords: whoever stands behind them would read those.
    ///
    /// - Parameters:
    ///   - shown: fields that stand on the page anyway.
    ///   - labels: what the page calls its fields, where their names do not say it.
    static func all(in form: Form, but shown: Set<String> = [], labels: [String: String] = [:]) -> [TypedText] {
        form.typed.filter { name, _ in
            !shown.contains(name) && !unseen.contains(name) && !secret.contains(name) && !name.hasSuffix("[]")
        }.map { TypedText(name: $0.name, label: labels[$0.name] ?? words(for: $0.name), value: $0.value) }
    }

    private static let secret: Set = ["password", "password-now", "current"]
    /// Fields that nobody typed: what pages carry along, and what is chosen from a list.
    private static let unseen: Set = [
        "act", "agree", "audience", "because", "builds-on", "comment", "draft", "expert", "further", "item", "key",
        "kept", "kind", "model", "move", "next", "opening", "person", "reflection", "reply", "report", "review",
        "stage", "stated-by", "to", "topic", "unit", "until", "usual-kind", "verdict", "version",
    ]

    /// A field's name as a label: `how-much` as `How much`.
    private static func words(for name: String) -> String {
        let words = name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
