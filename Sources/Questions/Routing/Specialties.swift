import Foundation
import TextSearch

/// What each specialty is known by, and how well a question fits each.
///
/// A word counts the more the fewer specialties know it, as in BM25; a phrase more than a word; a telling word double;
/// a word of the specialty's own name or description a third, because those say what belongs there in general terms.
/// What stands where the question is asked counts half again. No word counts against a specialty: a description says
/// what a topic is, never what it is not.
struct Specialties: Sendable {
    private struct Mark {
        let topic: Int
        var weight: Double
        let word: String
    }
    private let topics: [Topic]
    private let marks: [[String]: [Mark]]
    private let longest: Int

    private static let phrase = 1.5
    private static let description = 0.35
    /// What is asked stands in the first sentence and in those that end with a question mark; the rest is circumstance.
    private static let emphasis = 1.5
    /// A question of one telling word no other specialty knows is three to one for it.
    private static let temperature = 3.0
    /// What the past says weighs as much as one telling word.
    private static let past = 4.0

    init(_ declared: [(topic: Topic, words: TopicWords)]) {
        topics = declared.map(\.topic)
        var marks: [[String]: [Mark]] = [:]
        for (place, (topic, words)) in declared.enumerated() {
            for word in words.words {
                Self.add(Stem.all(in: word.text), word.text, word.isTelling ? 2 : 1, place, &marks)
            }
            for word in Stem.words(in: "\(topic.name) \(topic.about)") where !Self.commonplace.contains(word) {
                Self.add([Stem.of(word)], word, Self.description, place, &marks)
            }
        }
        self.marks = marks
        longest = marks.keys.map(\.count).max() ?? 0
    }

    private static func add(
        _ stems: [String], _ word: String, _ weight: Double, _ topic: Int, _ marks: inout [[String]: [Mark]]
    ) {
        guard !stems.isEmpty, stems.count > 1 || !commonplace.contains(stems[0]) else { return }
        var known = marks[stems] ?? []
        if let place = known.firstIndex(where: { $0.topic == topic }) {
            known[place].weight = max(weight, known[place].weight)
        } else {
            known.append(Mark(topic: topic, weight: weight, word: word))
        }
        marks[stems] = known
    }

    /// How well a text fits each specialty, the best first.
    /// - Parameter past: how much of what was published like it stands under each topic; together at most 1.
    func fits(of text: String, past: [String: Double] = [:]) -> [SpecialtyFit] {
        var scores = topics.map { (past[$0.slug] ?? 0) * Self.past }
        var words = topics.map { _ in [(weight: Double, word: String)]() }
        for (stems, emphasis) in phrases(of: text) {
            guard let marks = marks[stems] else { continue }
            // What a specialty knows from its description alone counts half as a reason to tell them apart.
            let holders = marks.reduce(0) { $0 + ($1.weight < 1 ? 0.5 : 1) }
            let rarity = log((Double(topics.count) + 0.5) / holders) * emphasis * (stems.count > 1 ? Self.phrase : 1)
            for mark in marks {
                scores[mark.topic] += mark.weight * rarity
                words[mark.topic].append((mark.weight * rarity, mark.word))
            }
        }
        let best = scores.max() ?? 0
        let odds = scores.map { exp(($0 - best) / Self.temperature) }
        let sum = odds.reduce(0, +)
        return topics.indices.sorted { (-scores[$0], topics[$0].slug) < (-scores[$1], topics[$1].slug) }.map { place in
            SpecialtyFit(
                topic: topics[place], share: odds[place] / sum,
                words: words[place].sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.map(\.word))
        }
    }

    /// Every run of stems within a sentence that could be a mark, each once, with the most that its sentences count.
    private func phrases(of text: String) -> [(stems: [String], emphasis: Double)] {
        var found: [(stems: [String], emphasis: Double)] = []
        var places: [[String]: Int] = [:]
        for (number, sentence) in Sentences.of(text).enumerated() {
            let emphasis = number == 0 || sentence.hasSuffix("?") ? Self.emphasis : 1
            let stems = Stem.all(in: String(sentence))
            for start in stems.indices {
                for end in stems.indices.dropFirst(start).prefix(longest) {
                    let phrase = Array(stems[start...end])
                    if let place = places[phrase] {
                        found[place].emphasis = max(found[place].emphasis, emphasis)
                    } else {
                        places[phrase] = found.count
                        found.append((phrase, emphasis))
                    }
                }
            }
        }
        return found
    }

    /// Words of nearly every question, by stem: no description is meant by them.
    private static let commonplace = Set(
        """
        a about an and any are as ask at be been but by can could did do does find for from get got had has have he her
        him his how i id if im in into is it its ive just me more my no not of on or our out over people put right she
        should so some take than that the their them then there they this to up us was we well were what when where
        which who why will with would you your
        """.split(whereSeparator: \.isWhitespace).map { Stem.of(String($0)) })
}

/// How well a question fits a specialty.
package struct SpecialtyFit: Sendable {
    package let topic: Topic
    /// Of 1, among all specialties.
    package let share: Double
    /// The question's words that point there, the most telling first.
    package let words: [String]
}
