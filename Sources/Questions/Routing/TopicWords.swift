import GRDB
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

extension Desk {
    package func words(of topic: String) async throws -> TopicWords {
        try await database.read { db in try Self.words(db)[topic] ?? TopicWords(stored: []) }
    }

    /// Of every topic that has any.
    static func words(_ db: Database) throws -> [String: TopicWords] {
        let rows = try Row.fetchCursor(db, sql: "SELECT topic, word, telling FROM topic_word ORDER BY topic, word")
        var words: [String: [TopicWords.Word]] = [:]
        while let row = try rows.next() {
            words[row[0], default: []].append(TopicWords.Word(text: row[1], isTelling: row[2]))
        }
        return words.mapValues(TopicWords.init(stored:))
    }

    /// Puts these words in the place of all that a topic had. A topic that does not exist is passed over.
    package func save(_ words: TopicWords, of topic: String) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM topic_word WHERE topic = ?", arguments: [topic])
            for word in words.words {
                try db.execute(
                    sql: "INSERT INTO topic_word (topic, word, telling) SELECT slug, ?, ? FROM topic WHERE slug = ?",
                    arguments: [word.text, word.isTelling, topic])
            }
        }
    }
}
