import Foundation
import TextSearch

/// Texts for a desk with many questions, and what people type to find them.
///
/// Sentences of the labelled questions and of the demo's answers, put together anew. Among them stand made-up words whose
/// frequency falls with their rank (Zipf's law), because 100,000 real questions hold tens of thousands of words that stand
/// in few of them, and both the index and the search for a mistyped word grow with these.
struct DeskCorpus: Sendable {
    private let questions: [(topic: String, sentences: [String])]
    private let answers: [String]
    private let rare: [String]

    static let rareWords = 60_000

    init(home: URL, chance: inout DeskChance) throws {
        let labelled = try LabelledQuestion.all(in: home.appending(path: "Benchmarks/routing/questions.tsv"))
        questions = Dictionary(grouping: labelled, by: \.specialty).sorted { $0.key < $1.key }.map { topic, texts in
            (topic, texts.flatMap { Sentences.of($0.text).map(String.init) })
        }
        answers = try Seeds.answers(home).flatMap { Sentences.of($0).map(String.init) }
        rare = (0..<Self.rareWords).map { _ in Self.word(&chance) }
    }

    func question(_ chance: inout DeskChance) -> (topic: String, text: String) {
        guard let own = chance.pick(questions) else { return ("", "") }
        let sentences = (0..<3).compactMap { _ in chance.pick(own.sentences) }
        return (own.topic, sentences.joined(separator: " ") + "\n\n" + aside(of: 3, &chance))
    }

    func answer(_ chance: inout DeskChance) -> String {
        let sentences = (0..<7).compactMap { _ in chance.pick(answers) }
        return sentences.joined(separator: " ") + "\n\n" + aside(of: 6, &chance)
    }

    /// One to three words that stand beside one another in a question; now and then with a slip, or a rare one.
    func typed(_ chance: inout DeskChance) -> String {
        let sentence = chance.pick(questions).flatMap { chance.pick($0.sentences) } ?? ""
        var words = Query(sentence).words
        if words.count > 3 { words = Array(words.dropFirst(Int.random(in: 0...(words.count - 3), using: &chance))) }
        words = Array(words.prefix(Int.random(in: 1...3, using: &chance)))
        if chance.happens(0.1) { words.append(rareWord(&chance)) }
        if chance.happens(0.15), let long = words.firstIndex(where: { $0.count > 5 }) {
            words[long].remove(at: words[long].index(words[long].startIndex, offsetBy: 3))
        }
        return words.joined(separator: " ")
    }

    private func aside(of count: Int, _ chance: inout DeskChance) -> String {
        "About " + (0..<count).map { _ in rareWord(&chance) }.joined(separator: ", ") + "."
    }

    /// The rank is e to an even power, so that each word comes up as often as its rank says.
    private func rareWord(_ chance: inout DeskChance) -> String {
        rare[Int(exp(Double.random(in: 0..<log(Double(rare.count)), using: &chance)))]
    }

    private static func word(_ chance: inout DeskChance) -> String {
        let (starts, vowels) = (Array("bcdfghjklmnprstvwz"), Array("aeiou"))
        return (0..<Int.random(in: 2...4, using: &chance)).map { _ in
            [chance.pick(starts), chance.pick(vowels)].compactMap { $0.map(String.init) }.joined()
        }.joined()
    }
}
