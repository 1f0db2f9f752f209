/// What to look for in an index: ideas, each said by one stem or by others that mean the same.
package struct Wanted: Sendable, Equatable {
    package var ideas: [Idea]
    /// Documents with any of these stems are left out.
    package var without: [String]
    package var phrases: [Phrase]
    /// Only documents that hold every idea are found.
    package var demandsAll: Bool

    package struct Idea: Sendable, Equatable {
        /// As typed, in the tokenizer's spelling; nil for what was added to the words typed.
        package var word: String?
        package var sayings: [Saying]
        /// How often it was said.
        package var times: Double

        package init(word: String?, sayings: [Saying], times: Double = 1) {
            self.word = word
            self.sayings = sayings
            self.times = times
        }
    }

    /// Ideas that have to stand side by side, in one field, each as its first saying; or must not.
    package struct Phrase: Sendable, Equatable {
        /// Places in `ideas`.
        package var ideas: [Int]
        package var isForbidden: Bool

        package init(ideas: [Int], isForbidden: Bool = false) {
            self.ideas = ideas
            self.isForbidden = isForbidden
        }
    }

    package struct Saying: Sendable, Equatable {
        package var stem: String
        /// 1 for the word itself, less for one that means nearly the same.
        package var weight: Double

        package init(stem: String, weight: Double = 1) {
            self.stem = stem
            self.weight = weight
        }
    }

    package init(
        ideas: [Idea], without: [String] = [], phrases: [Phrase] = [], demandsAll: Bool = false
    ) {
        self.ideas = ideas
        self.without = without
        self.phrases = phrases
        self.demandsAll = demandsAll
    }
}
