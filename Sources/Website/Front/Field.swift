import Storage

/// A box of a form, as `parts/field`, `parts/area` and `parts/select` show it.
struct Field {
    let name: String
    var label: String
    var value: String?
    var hint: String?
    var error: String?
    var type: String?
    var autocomplete: String?
    var inputmode: String?
    var rows: Int?
    var optional = false
    var short = false
    var long = false
    var options: [Choice] = []
}

/// A group of radio buttons or boxes to tick, as `parts/choices` shows it.
struct Choices {
    let name: String
    /// The name each input has.
    let field: String
    let label: String
    var hint: String?
    var error: String?
    var kind = "radio"
    var across = false
    let options: [Choice]
}

struct Choice {
    let value: String
    let words: String
    var hint: String?
    var isChosen = false
}

/// The list at the top of a form that came back, as `parts/errors` shows it.
struct Errors {
    struct Item {
        let name: String
        let sentence: String
    }
    let summary: String
    let items: [Item]

    private static let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]

    /// nil where nothing is wrong.
    init?(_ wrong: [Invalid]) {
        guard !wrong.isEmpty else { return nil }
        items = wrong.map { Item(name: $0.field, sentence: $0.sentence) }
        let count = Self.words.indices.contains(wrong.count) ? Self.words[wrong.count] : "\(wrong.count)"
        summary = wrong.count == 1 ? "One thing needs your attention" : "\(count) things need your attention"
    }
}

extension [Invalid] {
    func sentence(for field: String) -> String? { first { $0.field == field }?.sentence }
}

extension [Invalid] {
    /// The value, or nil with one more thing that is wrong.
    mutating func checked<Value>(_ make: () throws(Invalid) -> Value) -> Value? {
        do {
            return try make()
        } catch {
            append(error)
            return nil
        }
    }
}
