import Testing

@testable import TextSearch

@Suite("Synonyms")
struct SynonymsTests {
    private let synonyms = Synonyms(
        [
            Synonyms.Group(["befriending", "companionship", "chat to lonely people"]),
            Synonyms.Group(["mental health", "wellbeing"], kin: ["therapy"]),
            Synonyms.Group(["health", "medicine"]),
            Synonyms.Group(["ESOL", "English for speakers of other languages", "teaching English"]),
            Synonyms.Group(["wellbeing", "mindfulness"], kin: ["mental health"]),
            Synonyms.Group(["alone"]), Synonyms.Group(["", "?"]),
        ], stem: Stem.of)

    private func said(_ text: String) -> [String] {
        synonyms.matches(in: Synonyms.stems(of: text, Stem.of)).map { match in
            let others = match.alternatives.map { "\($0.stems.joined(separator: " ")) \($0.weight)" }
            return "\(match.words): \(others.joined(separator: ", "))"
        }
    }

    @Test("give the other words of a group, each as its stems with its weight")
    func words() {
        #expect(said("Befriending") == ["0..<1: chat to loneli peopl 0.4, companionship 0.4"])
        #expect(said("an esol tutor") == ["1..<2: english for speaker of other languag 0.4, teach english 0.4"])
        #expect(said("gardening").isEmpty)
        #expect(said("").isEmpty)
    }

    @Test("point to what is akin, and from there no way leads back")
    func kin() {
        #expect(said("mental health") == ["0..<2: wellb 0.4, therapi 0.2"])
        #expect(said("therapy").isEmpty)
        #expect(said("wellbeing") == ["0..<1: mental health 0.4, mindfulness 0.4, therapi 0.2"])
    }

    @Test("know phrases, and take the longest of those that overlap")
    func phrases() {
        #expect(said("health") == ["0..<1: medicin 0.4"])
        #expect(said("chats to lonely people, mental health")[0].hasPrefix("0..<4: "))
        #expect(said("health and mental health").map { $0.prefix(5) } == ["0..<1", "2..<4"])
    }

    @Test("know the words they hold, and no others")
    func known() {
        #expect(synonyms.know("loneli") && synonyms.know("mental"))
        #expect(!synonyms.know("lone") && !synonyms.know(""))
    }
}
