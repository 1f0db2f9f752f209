import Foundation
import Storage
import TestSupport
import Testing

@testable import TextSearch

@Suite("Anything typed")
struct TypedFuzzTests {
    private static let pieces = [
        "a", "Dog", "walk", "é", "e\u{301}", "ß", "İ", "ŉ", "½", "٣", "日本", "שלום", "\u{200F}", "\u{AD}", "\u{0}",
        "\u{1F98A}",
        "\u{1F468}\u{200D}\u{1F469}", "\u{1F1EC}", "'", "\u{2019}", "\u{2BC}", "\"", "\u{201C}", "\u{201D}", "-", "--",
        "\u{2212}", ".",
        " ", " ", " ", "\t", "\r\n", "(", ")", "+", "*", ":", "9", "x\u{5B0}", "\u{301}", "\u{10FFFD}", "हिन्दी", "ﬁ",
        "\u{2028}",
    ]

    @Test("is understood the same way always, within its bounds, and its words are words again")
    func anything() {
        let world = TestWorld(seed: 7).world
        for _ in 0..<4_000 {
            let bytes = world.randomBytes(1 + Int(world.randomBytes(1)[0]) % 60)
            let text = bytes.map { Self.pieces[Int($0) % Self.pieces.count] }.joined()
            let typed = Typed(text)
            #expect(typed == Typed(typed.text), "\(text.debugDescription)")
            #expect(typed.words.count + typed.without.joined().count <= Typed.mostWords)
            #expect((typed.phrases + typed.compounds).allSatisfy { !$0.isEmpty && $0.upperBound <= typed.words.count })
            #expect(typed.without.allSatisfy { !$0.isEmpty })
            for word in typed.words.map(\.text) + typed.without.joined() {
                #expect(!word.isEmpty && word.unicodeScalars.count <= Typed.longestWord)
                #expect(
                    Typed(word).words.map(\.text) == [word], "\(text.debugDescription) has \(word.debugDescription)")
            }
            for pair in zip(typed.words, typed.words.dropFirst()) {
                #expect(pair.0.place.upperBound <= pair.1.place.lowerBound)
            }
            #expect(
                typed.replacing(typed.words.indices.map { ($0..<$0 + 1, "x") }).contains("x") != typed.words.isEmpty
                    || text.contains("x"))
        }
    }
}
