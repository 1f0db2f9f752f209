package import Storage

/// The words by which a question shows that it belongs under a topic: data, which administrators edit.
package struct TopicWords: Sendable, Equatable {
    package struct Word: Sendable, Equatable {
        /// A word or a phrase, as it was typed.
        package let text: String
        /// Whether it tells by itself, and so counts double. Typed with a star after it.
        package let isTelling: Bool
    }
    package let words: [Word]

    package static let most = 1_000
    static let longest = 60

    /// From `overdraft*, cash flow, invoice`: separated by commas or line ends, in any order.
    package init(_ typed: String) throws(Invalid) {
        var telling: [String: Bool] = [:]
        for part in PlainText.cleaned(typed).split(whereSeparator: { $0 == "," || $0 == "\n" }) {
            let isTelling = part.contains("*")
            let text = part.replacing("*", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else { continue }
            guard text.unicodeScalars.count <= Self.longest else {
                throw Invalid("words", "Shorten “\(text.prefix(30))…”: a word or phrase has at most 60 characters.")
            }
            telling[text] = (telling[text] ?? false) || isTelling
        }
        guard telling.count <= Self.most else {
            throw Invalid("words", "Keep to 1,000 words and phrases; these are \(telling.count).")
        }
        words = telling.sorted { $0.key < $1.key }.map { Word(text: $0.key, isTelling: $0.value) }
    }

    init(stored words: [Word]) { self.words = words }

    /// As it is typed.
    package var text: String { words.map { $0.text + ($0.isTelling ? "*" : "") }.joined(separator: ", ") }
}
