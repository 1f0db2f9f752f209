/// What to look for in an index, in stems.
package struct Wanted: Sendable, Equatable {
    /// In the order in which they were said, each once; at most `mostIdeas`.
    package var ideas: [Idea]
    /// Other words for some of it: a document that holds one scores for it, and counts as holding no idea for that.
    package var alternatives: [Alternative]
    /// Documents with any of these stems are left out.
    package var without: [String]
    package var phrases: [Phrase]
    /// Only documents that hold every idea are found.
    package var demandsAll: Bool

    package static let mostIdeas = 63
    package static let mostAlternatives = 64

    package struct Idea: Sendable, Equatable {
        /// As typed, in the tokenizer's spelling.
        package let word: String
        package let stem: String
        /// How often it was said.
        package let times: Int

        package init(word: String, stem: String, times: Int = 1) {
            self.word = word
            self.stem = stem
            self.times = times
        }
    }

    package struct Alternative: Sendable, Equatable {
        package let stem: String
        /// Beside 1 for a word that was said.
        package let weight: Double

        package init(stem: String, weight: Double) {
            self.stem = stem
            self.weight = weight
        }
    }

    /// Stems that have to stand side by side in one field; or must not.
    package struct Phrase: Sendable, Equatable {
        package let stems: [String]
        package let isForbidden: Bool

        package init(_ stems: [String], isForbidden: Bool = false) {
            self.stems = stems
            self.isForbidden = isForbidden
        }
    }

    package init(
        ideas: [Idea], alternatives: [Alternative] = [], without: [String] = [], phrases: [Phrase] = [],
        demandsAll: Bool = false
    ) {
        self.ideas = Array(ideas.prefix(Self.mostIdeas))
        self.alternatives = Array(alternatives.prefix(Self.mostAlternatives))
        self.without = without
        self.phrases = phrases
        self.demandsAll = demandsAll
    }
}
