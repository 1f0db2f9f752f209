import Testing

@testable import TextSearch

@Suite("Completions")
struct CompletionsTests {
    private static let texts = [
        Completions.Text(kind: .title, text: "Food Bank Helper", documents: 20),
        .init(kind: .title, text: "food bank helper!", documents: 5),
        .init(kind: .title, text: "Foot clinic host", documents: 9),
        .init(kind: .title, text: "Gardening at the food bank", documents: 1),
        .init(kind: .organisation, text: "Salvation Army Food Bank", documents: 3),
        .init(kind: .cause, text: "Food and Nutrition", documents: 40),
        .init(kind: .place, text: "Fowey, Cornwall", documents: 2),
        .init(kind: .title, text: "Café Crew", documents: 4), .init(kind: .title, text: "???", documents: 4),
        .init(kind: .title, text: String(repeating: "food ", count: 30), documents: 90),
        .init(kind: .title, text: "Dog walker", documents: 0),
    ]
    private let completions = Completions(Self.texts)

    private func completed(_ typed: String) -> [String] {
        let known = Speller(completions.vocabulary, documents: 100)
        return completions.completing(Typed(typed)) { known.nearest(to: $0, heldBy: 0)?.word }.map(\.text)
    }

    @Test(
        "begin any word, grouped by kind, the most frequent first",
        arguments: [
            (
                "food",
                ["Food Bank Helper", "Gardening at the food bank", "Food and Nutrition", "Salvation Army Food Bank"]
            ),
            (
                "foo",
                [
                    "Food Bank Helper", "Foot clinic host", "Gardening at the food bank", "Food and Nutrition",
                    "Salvation Army Food Bank",
                ]
            ),
            ("ar", ["Salvation Army Food Bank"]), ("corn", ["Fowey, Cornwall"]), ("CAFÉ", ["Café Crew"]),
            ("cafe c", ["Café Crew"]),
            (
                "fo",
                [
                    "Food Bank Helper", "Foot clinic host", "Gardening at the food bank", "Food and Nutrition",
                    "Fowey, Cornwall", "Salvation Army Food Bank",
                ]
            ),
        ])
    func anyWord(typed: String, expected: [String]) { #expect(completed(typed) == expected) }

    @Test(
        "hold every word that was typed, the last one perhaps unfinished",
        arguments: [
            ("food ba", ["Food Bank Helper", "Gardening at the food bank", "Salvation Army Food Bank"]),
            ("bank foo", ["Food Bank Helper", "Gardening at the food bank", "Salvation Army Food Bank"]),
            ("bank bank bank gard", ["Gardening at the food bank"]),
            ("foo bank ", ["Food Bank Helper", "Gardening at the food bank", "Salvation Army Food Bank"]),
            ("foot bank", []), ("dog", []), ("", []), ("?", []), ("zzz food", []),
        ])
    func everyWord(typed: String, expected: [String]) { #expect(completed(typed) == expected) }

    @Test("take a finished word for itself, where there is one", arguments: [("foot ", 1), ("foot", 1), ("foo ", 5)])
    func finished(typed: String, count: Int) { #expect(completed(typed).count == count) }

    @Test("forgive a slip in a word", arguments: ["salvaton foo", "slavation", "foood ban army", "salvation amry"])
    func slip(typed: String) { #expect(completed(typed) == ["Salvation Army Food Bank"]) }

    @Test("count what is written alike as one, as most write it")
    func merged() {
        #expect(
            completions.completing(Typed("helper")) { _ in nil }
                == [Completions.Text(kind: .title, text: "Food Bank Helper", documents: 25)])
    }

    @Test("are eight at most, and no kind crowds out another")
    func shared() {
        let kinds: [(Completions.Kind, Int)] = [(.title, 30), (.cause, 1), (.organisation, 3)]
        let texts = kinds.flatMap { kind, count in
            (0..<count).map { Completions.Text(kind: kind, text: "park \($0)", documents: 100 - $0) }
        }
        let found = Completions(texts).completing(Typed("par")) { _ in nil }
        #expect(
            found.map(\.kind) == [.title, .title, .title, .title, .cause, .organisation, .organisation, .organisation])
        #expect(found.map(\.text) == ["park 0", "park 1", "park 2", "park 3", "park 0", "park 0", "park 1", "park 2"])
    }

    @Test("keep the most frequent texts that the memory holds")
    func bounded() {
        let texts = (1...2_000).map {
            Completions.Text(kind: $0 % 2 == 0 ? .title : .place, text: "place\($0) of many", documents: $0)
        }
        let small = Completions(texts, bytes: 40_000)
        #expect(small.bytes < 80_000 && small.texts.count > 500)
        #expect(small.completing(Typed("place2000")) { _ in nil }.count == 1)
        #expect(small.completing(Typed("place1999")) { _ in nil }.count == 1)
        #expect((0..<small.texts.count).allSatisfy { small.texts.documents(of: $0) > 2_000 - small.texts.count })
        #expect(Completions([]).completing(Typed("a")) { _ in nil }.isEmpty)
    }
}
