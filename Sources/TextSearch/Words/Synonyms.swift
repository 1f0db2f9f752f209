/// Words and phrases that mean nearly the same, by which a search finds what was written otherwise.
package struct Synonyms: Sendable {
    /// Words any of which stands for any other, and what they point to, from where no way leads back.
    package struct Group: Sendable {
        package let words: [String]
        package let kin: [String]

        package init(_ words: [String], kin: [String] = []) {
            self.words = words
            self.kin = kin
        }
    }

    /// How much another word tells beside the one that was typed.
    static let same = 0.4
    static let kin = 0.2

    /// Another way to say what some of the words say.
    package struct Alternative: Sendable, Equatable {
        package let stems: [String]
        package let weight: Double
    }

    /// Words that were typed, and what says the same.
    package struct Match: Sendable, Equatable {
        package let words: Range<Int>
        /// The weightiest first; never empty.
        package let alternatives: [Alternative]
    }

    private struct Phrase: Sendable {
        let stems: [String]
        let alternatives: [Alternative]
    }
    /// By their first stem, the longest first.
    private let phrases: [String: [Phrase]]

    private let known: Set<String>

    package static var none: Synonyms { Synonyms([]) { $0 } }

    /// - Parameter stem: the stemmer of the index; it is given folded words, as `Typed` makes them.
    package init(_ groups: [Group], stem: (String) -> String) {
        var alternatives: [[String]: [Alternative]] = [:]
        for group in groups {
            let words = group.words.map { Self.stems(of: $0, stem) }.filter { !$0.isEmpty }
            let kin = group.kin.map { Self.stems(of: $0, stem) }.filter { !$0.isEmpty }
            for phrase in words {
                alternatives[phrase, default: []] +=
                    words.filter { $0 != phrase }.map { Alternative(stems: $0, weight: Self.same) }
                    + kin.map { Alternative(stems: $0, weight: Self.kin) }
            }
        }
        known = Set(alternatives.keys.joined())
        let phrases = alternatives.map { Phrase(stems: $0.key, alternatives: Self.once($0.value)) }
        self.phrases = Dictionary(grouping: phrases) { $0.stems[0] }.mapValues { same in
            same.sorted {
                ($1.stems.count, $0.stems.joined(separator: " ")) < ($0.stems.count, $1.stems.joined(separator: " "))
            }
        }
    }

    /// The stems of words as typed, in order, every word of a question among them.
    package static func stems(of text: String, _ stem: (String) -> String) -> [String] {
        Typed(text).words.map { stem($0.text) }
    }

    /// Whether a stem is a word of some group, so that it is no slip even where no text holds it.
    package func know(_ stem: String) -> Bool { known.contains(stem) }

    /// What says the same as some of the words, in their order. Of phrases that overlap the longest is taken, then the
    /// first: who asks for `mental health` does not ask for `health`.
    package func matches(in stems: [String]) -> [Match] {
        var found: [(words: Range<Int>, phrase: Phrase)] = []
        for place in stems.indices {
            for phrase in phrases[stems[place]] ?? [] where stems[place...].starts(with: phrase.stems) {
                found.append((place..<place + phrase.stems.count, phrase))
            }
        }
        var taken: [Match] = []
        for (words, phrase) in found.sorted(by: {
            ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound)
        })
        where !taken.contains(where: { $0.words.overlaps(words) }) {
            taken.append(Match(words: words, alternatives: phrase.alternatives))
        }
        return taken.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// Each alternative with its greatest weight: a phrase can stand in several groups.
    private static func once(_ alternatives: [Alternative]) -> [Alternative] {
        var seen: Set<[String]> = []
        return alternatives.sorted {
            ($1.weight, $0.stems.joined(separator: " ")) < ($0.weight, $1.stems.joined(separator: " "))
        }
        .filter { seen.insert($0.stems).inserted }
    }
}
