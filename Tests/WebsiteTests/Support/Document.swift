import Foundation

/// A page as a person reads it: its words, its links, and the forms that can be filled. Knows our own HTML, no other.
struct Document: Sendable {
    let html: String

    init(_ html: String) { self.html = html }

    /// The words alone, with single spaces.
    var text: String {
        let body = html.replacing(/<(script|style|title)[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: " ")
        return Self.unescaped(body.replacing(/<[^>]*>/, with: " ")).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    var title: String { Self.unescaped(html.firstMatch(of: /<title>([^<]*)/).map { String($0.1) } ?? "") }

    /// The address of the first link that reads so.
    func link(_ words: String) -> String? {
        html.matches(of: /<a ([^>]*)>(.*?)<\/a>/.dotMatchesNewlines())
            .first { Document(String($0.2)).text.hasPrefix(words) }
            .flatMap { Tag(String($0.1))["href"] }
    }

    var forms: [Form] {
        html.matches(of: /<form ([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { Form(String($0.1), String($0.2)) }
    }

    /// The sentence beside a field.
    func error(of field: String) -> String? {
        html.matches(of: /<p class="error" id="([^"]*)-error">([^<]*)</).first { $0.1 == field }
            .map { Self.unescaped($0.2) }
    }

    static func unescaped(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}

/// The attributes of a tag.
struct Tag {
    private let text: String

    init(_ text: String) { self.text = text }

    subscript(name: String) -> String? {
        text.matches(of: /([a-z-]+)="([^"]*)"/).first { $0.1 == name }.map { Document.unescaped($0.2) }
    }

    func has(_ word: String) -> Bool { text.split(whereSeparator: \.isWhitespace).contains { $0 == word } }
}

extension Document {
    struct Form: Sendable {
        struct Field: Sendable {
            let name: String
            /// What would be sent if nobody touched it; nil for a box that is not ticked.
            let value: String?
        }
        let action: String
        let method: String
        let fields: [Field]
        /// The words of each button, with the address of its own that it may have.
        private let buttons: [(words: String, action: String?)]

        init(_ attributes: String, _ html: String) {
            let tag = Tag(attributes)
            action = tag["action"] ?? ""
            method = tag["method"] ?? "get"
            fields = Self.inputs(html) + Self.areas(html) + Self.selects(html)
            buttons = html.matches(of: /<button ([^>]*)>(.*?)<\/button>/.dotMatchesNewlines()).map {
                (Document(String($0.2)).text, Tag(String($0.1))["formaction"])
            }
        }

        func has(button words: String) -> Bool { buttons.contains { $0.words.hasPrefix(words) } }

        /// Where the form goes when this button is pressed.
        func action(of words: String) -> String {
            buttons.first { $0.words.hasPrefix(words) }?.action ?? action
        }

        func value(_ name: String) -> String? { fields.first { $0.name == name && $0.value != nil }?.value }

        func submission(_ filled: [(name: String, value: String)]) -> String {
            let names = Set(filled.map(\.name))
            let kept = fields.compactMap { field in
                names.contains(field.name) ? nil : field.value.map { (field.name, $0) }
            }
            return Self.encoded(kept + filled.map { ($0.name, $0.value) })
        }

        static func encoded(_ fields: [(String, String)]) -> String {
            fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        }

        private static func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }

        private static func inputs(_ html: String) -> [Field] {
            html.matches(of: /<input ([^>]*)>/).compactMap { match in
                let tag = Tag(String(match.1))
                guard let name = tag["name"] else { return nil }
                let isBox = ["checkbox", "radio"].contains(tag["type"])
                return Field(name: name, value: isBox && !tag.has("checked") ? nil : tag["value"] ?? "")
            }
        }

        private static func areas(_ html: String) -> [Field] {
            html.matches(of: /<textarea ([^>]*)>\n?(.*?)<\/textarea>/.dotMatchesNewlines()).compactMap { match in
                Tag(String(match.1))["name"].map { Field(name: $0, value: Document.unescaped(match.2)) }
            }
        }

        private static func selects(_ html: String) -> [Field] {
            html.matches(of: /<select ([^>]*)>(.*?)<\/select>/.dotMatchesNewlines()).compactMap { match in
                let options = String(match.2).matches(of: /<option ([^>]*)>/).map { Tag(String($0.1)) }
                let chosen = options.first { $0.has("selected") } ?? options.first
                return Tag(String(match.1))["name"].map { Field(name: $0, value: chosen?["value"]) }
            }
        }
    }
}
