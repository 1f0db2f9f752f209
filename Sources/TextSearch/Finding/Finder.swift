/// Finds documents for what people type: an index with all that is needed to understand a question to it.
package struct Finder: Sendable {
    package let index: SearchIndex
    let language: Language
    private let speller: Speller

    package init(_ index: SearchIndex, language: Language) {
        self.index = index
        self.language = language
        let atLeast = index.count > Self.many ? 2 : 1
        // What there are other words for may be meant although no text holds it.
        let unheard = language.synonyms.words.filter { index.documents(holding: $0) < atLeast }
        speller = Speller(
            index.vocabulary + unheard.map { ($0, atLeast) }, documents: index.count, atLeast: atLeast)
    }

    /// In more documents than this a word that only one of them holds is a slip itself.
    private static let many = 50_000

    package var bytes: Int { index.bytes + speller.bytes }

    /// What was typed, and what is looked for.
    package struct Understood: Sendable, Equatable {
        package let typed: Typed
        /// Nil when every word stays as it was typed.
        package let correction: Speller.Correction?
        package internal(set) var wanted: Wanted
        /// Words were in quotes that no document has side by side; then they are looked for apart.
        package let isApart: Bool

        package var isEmpty: Bool { wanted.ideas.isEmpty }

        /// The same, found only where every idea is.
        package func demandingAll() -> Understood {
            var strict = self
            strict.wanted.demandsAll = true
            return strict
        }
    }

    /// - Parameters:
    ///   - isCorrecting: false for "search instead for what I typed".
    ///   - isAsYouType: the last word may be the beginning of another.
    package func understand(_ text: String, isCorrecting: Bool = true, isAsYouType: Bool = false) -> Understood {
        let typed = Typed(text)
        let correction = isCorrecting ? correction(of: typed) : nil
        let read = correction.map { Typed($0.text) } ?? typed
        var wanted = wanted(read)
        if isAsYouType, read.isUnfinished, let beginning = read.words.last?.text {
            complete(&wanted, beginning)
        }
        let isApart = wanted.phrases.contains { !$0.isForbidden } && index.count(of: wanted, upTo: 1).count == 0
        if isApart { wanted.phrases.removeAll { !$0.isForbidden } }
        return Understood(typed: typed, correction: correction, wanted: wanted, isApart: isApart)
    }

    /// The best documents, the best first; the first of them in an order that learns from the very best.
    package func best(
        _ most: Int, of understood: Understood, among documents: DocumentSet? = nil, bonus: Bonus = .none
    ) -> [Hit] {
        let window = max(most, Feedback.window)
        let hits = index.best(window, of: understood.wanted, among: documents, bonus: bonus)
        let close = Closeness(understood.wanted, in: index, scoring: .usual).ordered(hits, window: Feedback.window)
        let read = Rephrasing(understood.wanted, in: index).ordered(close, window: Feedback.window)
        let feedback = Feedback(index: index)
        return Array(feedback.ordered(read, weight: Scoring.usual.likeTheBest).prefix(most))
    }

    private func correction(of typed: Typed) -> Speller.Correction? {
        speller.corrected(
            typed,
            held: { word in
                let stems = language.tokens(of: word).map(language.stem)
                if StopWords.english.contains(word) || stems.contains(where: language.synonyms.know) {
                    return index.count
                }
                return stems.map(index.documents(holdingStem:)).min() ?? 0
            },
            together: { left, right in
                let both = [left, right].map { Wanted.Idea(word: $0, stem: language.stem($0)) }
                // A phrase there are other words for is no slip, though no text holds it: `food bank`, `foodbank`.
                if language.synonyms.matches(in: both.map(\.stem)).contains(where: { $0.words.count == 2 }) {
                    return index.count
                }
                return index.count(of: Wanted(ideas: both, demandsAll: true), upTo: Self.manyTogether).count
            })
    }

    private static let manyTogether = 1_000

    private func wanted(_ typed: Typed) -> Wanted {
        let said = typed.words.enumerated().flatMap { place, word in
            language.tokens(of: word.text).map { (word: $0, place: place) }
        }
        let telling = said.filter { isTelling($0.word, at: $0.place, in: typed) }
        var ideas: [Wanted.Idea] = []
        for (word, _) in telling.isEmpty ? said : telling {
            let stem = language.stem(word)
            if let place = ideas.firstIndex(where: { $0.stem == stem }) {
                ideas[place] = Wanted.Idea(word: ideas[place].word, stem: stem, times: ideas[place].times + 1)
            } else {
                ideas.append(Wanted.Idea(word: word, stem: stem))
            }
        }
        ideas = mostTelling(ideas, Wanted.mostIdeas)
        func stems(of words: some Sequence<String>) -> [String] {
            words.flatMap(language.tokens).map(language.stem)
        }
        let unwanted = typed.without.map(stems)
        let others = others(for: said.map(\.word), ideas)
        return Wanted(
            ideas: ideas, alternatives: alternatives(others, to: ideas), rephrasings: rephrasings(others),
            without: unwanted.filter { $0.count == 1 }.flatMap { $0 },
            phrases: typed.phrases.map { stems(of: typed.words[$0].map(\.text)) }.filter { $0.count > 1 }
                .map { Wanted.Phrase($0) }
                + unwanted.filter { $0.count > 1 }.map { Wanted.Phrase($0, isForbidden: true) })
    }

    /// So many at most, in their order.
    package func mostTelling(_ ideas: [Wanted.Idea], _ most: Int) -> [Wanted.Idea] {
        guard ideas.count > most else { return ideas }
        let worth = ideas.map { Double($0.times) * index.worth(ofStem: $0.stem) }
        let kept = ideas.indices.sorted { (worth[$1], $0) < (worth[$0], $1) }.prefix(most).sorted()
        return kept.map { ideas[$0] }
    }

    /// "it" is typed for computers, but hardly in a sentence.
    private func isTelling(_ word: String, at place: Int, in typed: Typed) -> Bool {
        guard !typed.isQuoted(place) else { return true }
        if word == "it", typed.words.count > Self.fewWords { return typed.text[typed.words[place].place] == "IT" }
        return !language.isStopWord(word) && (word.count > 1 || word.isNumber)
    }

    private static let fewWords = 3

    /// The most frequent word that begins so stands for the beginning; others are alternatives to it.
    private func complete(_ wanted: inout Wanted, _ beginning: String) {
        let words = index.words(beginning: beginning, most: Self.completions)
        guard let first = words.first, let last = wanted.ideas.last else { return }
        wanted.ideas[wanted.ideas.count - 1] = Wanted.Idea(
            word: first, stem: language.stem(first), times: last.times)
        let stems = Set(words.map(language.stem)).subtracting(wanted.ideas.map(\.stem)).sorted()
        wanted.alternatives += stems.map { Wanted.Alternative(stem: $0, weight: Self.lessLikely) }
    }

    private static let completions = 8
    private static let lessLikely = 0.6
}

extension String {
    fileprivate var isNumber: Bool { allSatisfy(\.isNumber) }
}
