import Testing

@testable import TextSearch

@Suite("Synonyms")
struct SynonymsTests {
    private let synonyms = Synonyms(
        [
            Synonyms.Group(["befriending", "companionship", "chat to lonely people"], weight: 0.7),
            Synonyms.Group(["mental health", "wellbeing"], weight: 0.6),
            Synonyms.Group(["health", "medicine"], weight: 0.6),
            Synonyms.Group(["ESOL", "English for speakers of other languages", "teaching English"], weight: 0.9),
            Synonyms.Group(["wellbeing", "mental health", "mindfulness"], weight: 0.5),
            Synonyms.Group(["alone"], weight: 0.5), Synonyms.Group(["", "?"], weight: 0.5),
        ], stem: Stem.of)

    private func said(_ text: String) -> [String] {
        synonyms.matches(in: Synonyms.stems(of: text, Stem.of)).map { match in
            let others = match.alternatives.map { "\($0.stems.joined(separator: " ")) \($0.weight)" }
            return "\(match.words): \(others.joined(separator: ", "))"
        }
    }

    @Test("give the other words of a group, each as its stems with its weight")
    func words() {
        #expect(said("Befriending") == ["0..<1: chat to loneli peopl 0.7, companionship 0.7"])
        #expect(said("an esol tutor") == ["1..<2: english for speaker of other languag 0.9, teach english 0.9"])
        #expect(said("gardening").isEmpty)
        #expect(said("").isEmpty)
    }

    @Test("know phrases, and take the longest of those that overlap")
    func phrases() {
        #expect(said("mental health") == ["0..<2: wellb 0.6, mindfulness 0.5"])
        #expect(said("health") == ["0..<1: medicin 0.6"])
        #expect(said("chats to lonely people, mental health")[0].hasPrefix("0..<4: "))
        #expect(said("health and mental health").map { $0.prefix(5) } == ["0..<1", "2..<4"])
    }

    @Test("know the words they hold, and no others")
    func known() {
        #expect(synonyms.know("loneli") && synonyms.know("mental"))
        #expect(!synonyms.know("lone") && !synonyms.know(""))
    }

    @Test("never weigh as much as what was typed")
    func weights() { #expect(Synonyms.Group(["a"], weight: 3).weight < 1) }
}
