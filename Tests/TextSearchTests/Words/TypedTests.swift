import Testing

@testable import TextSearch

@Suite("What was typed")
struct TypedTests {
    @Test(
        "falls into words, repeats kept",
        arguments: [
            ("Garden  party", ["garden", "party"]),
            ("to be or not to be", ["to", "be", "or", "not", "to", "be"]),
            ("c++", ["c"]),
            ("can't", ["can't"]), ("can\u{2019}t", ["can't"]), ("dogs' home", ["dogs", "home"]),
            ("'quoted'", ["quoted"]), ("rock'n'roll", ["rock'n'roll"]),
            ("befriending-service", ["befriending", "service"]), ("e-mail", ["e", "mail"]), ("9-5", ["9", "5"]),
            ("arts & crafts/DIY", ["arts", "crafts", "diy"]),
            ("dog\u{0}cat", ["dog", "cat"]), ("café \u{1F98A}", ["cafe"]), ("cafe\u{301}", ["cafe"]),
            ("volun\u{AD}teer", ["volunteer"]),
            ("שלום\u{200F} dog", ["שלום", "dog"]),
            ("\u{301}", []), ("", []), ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", []), ("+ - \" ( )", []),
            ("ﬁ ＡＢＣ ß", ["fi", "abc", "ss"]),
        ])
    func words(typed: String, expected: [String]) { #expect(Typed(typed).words.map(\.text) == expected) }

    @Test(
        "knows phrases in quotes, and takes an odd quote for none",
        arguments: [
            ("\"dog walking\" leeds", [0..<2]), ("leeds \u{201C}dog walking\u{201D}", [1..<3]),
            ("\"dog walking leeds", []), ("\"dog\" \"walking\"", [0..<1, 1..<2]), ("\"\" dog", []),
            ("\"dog walking\" \"leeds", [0..<2]), ("\"befriending-service\"", [0..<2]),
        ])
    func phrases(typed: String, expected: [Range<Int>]) { #expect(Typed(typed).phrases == expected) }

    @Test(
        "keeps apart what must not be found",
        arguments: [
            ("dogs -cats", ["dogs"], [["cats"]]), ("-cats", [], [["cats"]]),
            ("dogs -\"guide dogs\" -cats", ["dogs"], [["guide", "dogs"], ["cats"]]),
            ("dogs -befriending-service walks", ["dogs", "walks"], [["befriending", "service"]]),
            ("dogs - cats", ["dogs", "cats"], []), ("dogs-cats", ["dogs", "cats"], []),
            ("\"dogs -cats\"", ["dogs", "cats"], []), ("(-cats)", [], [["cats"]]), ("c++-guide", ["c", "guide"], []),
            ("\"dogs\"-cats", ["dogs", "cats"], []), ("-", [], []),
            ("3 -4", ["3"], [["4"]]),
        ])
    func without(typed: String, words: [String], expected: [[String]]) {
        #expect(Typed(typed).words.map(\.text) == words)
        #expect(Typed(typed).without == expected)
    }

    @Test(
        "knows what was typed as one",
        arguments: [
            ("e-mail help", [0..<2]), ("a befriending-service", [1..<3]), ("R.S.P.C.A. shop", [0..<5]),
            ("drop-in-centre e-mail", [0..<3, 3..<5]), ("dogs. Cats", []), ("dogs.cats", []), ("1.5", []),
            ("well - being", []),
        ])
    func compounds(typed: String, expected: [Range<Int>]) { #expect(Typed(typed).compounds == expected) }

    @Test(
        "knows whether its last word may go on",
        arguments: [
            ("dog wal", true), ("dog walking ", false), ("dog -wal", false), ("\"dog wal", true), ("\"dog\"", false),
            ("", false), ("dog,", false),
        ])
    func unfinished(typed: String, expected: Bool) { #expect(Typed(typed).isUnfinished == expected) }

    @Test("can have words replaced, and nothing else")
    func replacing() {
        let typed = Typed("A \"Big\" Dgo,  wal king -Cats!")
        #expect(
            typed.replacing([(words: 2..<3, by: "dog"), (words: 3..<5, by: "walking")])
                == "A \"Big\" dog,  walking -Cats!")
        #expect(typed.replacing([]) == typed.text)
    }

    @Test("is looked at up to 4,000 characters, 400 words and 64 letters of each")
    func bounds() {
        #expect(Typed(String(repeating: "ab ", count: 5_000)).words.count == 400)
        #expect(Typed(String(repeating: "x", count: 100_000)).words.map(\.text) == [String(repeating: "x", count: 64)])
        #expect(Typed(String(repeating: "é ", count: 4_000)).text.unicodeScalars.count == 4_000)
        #expect(Typed("a" + String(repeating: "\u{301}", count: 100_000)).words.map(\.text) == ["a"])
        #expect(Typed(String(repeating: "-x ", count: 4_000)).without.count == 400)
    }
}
