import Testing

@testable import TextSearch

@Suite struct StemTests {
    @Test(
        "Inflected words meet, words that mean something else do not",
        arguments: [
            (["apply", "applies", "applied", "applying"], true),
            (["invoice", "invoices", "invoiced", "invoicing"], true),
            (["test", "tests", "tested", "testing"], true), (["plan", "planned", "planning"], true),
            (["agree", "agreed"], true), (["class", "classes"], true), (["person", "personality"], false),
            (["organ", "organisation"], false), (["polite", "politics"], false), (["tax", "taxi"], false),
        ])
    func meet(words: [String], isOne: Bool) {
        #expect((Set(words.map(Stem.of)).count == 1) == isOne, "\(words.map(Stem.of))")
    }

    @Test("Text falls into words whatever its marks, and per cent and pounds are words")
    func words() {
        #expect(
            Stem.words(in: "I can't – “Café” 53% of £80!") == [
                "i", "cant", "cafe", "53", "percent", "of", "pounds", "80",
            ])
        #expect(Stem.words(in: "").isEmpty)
        #expect(Stem.words(in: "\0 … 👩‍👩‍👧 ()").isEmpty)
    }

    @Test("Short and foreign words stay as they are", arguments: ["is", "as", "żółw", "日本", ""])
    func untouched(word: String) { #expect(Stem.of(word) == word) }
}
