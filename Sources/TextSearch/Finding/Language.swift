/// What is known of a language beyond the words of an index: English, as members of a British community write it.
package struct Language: Sendable {
    package let synonyms: Synonyms

    package init(synonyms: Synonyms = .none) { self.synonyms = synonyms }

    package func stem(_ word: String) -> String { Porter2.stem(word) }

    /// Whether a stem with these forms says what a text is about.
    func isTelling(_ forms: [String]) -> Bool {
        !forms.contains(where: isStopWord) && forms.allSatisfy { $0.count > 2 && !$0.contains(where: \.isNumber) }
    }

    func isStopWord(_ word: String) -> Bool { StopWords.english.contains(word) }

    /// The words of one that was typed, as the tokenizer cuts them: `children's` is `children`, `o'neill` is `neill`, and
    /// `can't` says as little as `cannot`.
    func tokens(of word: String) -> [String] {
        let parts = word.split(separator: "'").map(String.init)
        guard parts.count > 1 else { return parts }
        if isStopWord(parts.joined()) { return [parts.joined()] }
        let telling = parts.filter { $0.count > 1 && $0 != "ll" && $0 != "ve" && $0 != "re" }
        return telling.isEmpty ? parts : telling
    }
}
