import Testing

@testable import TextSearch

@Suite("A correction")
struct CorrectingTests {
    /// How many documents hold both.
    private static let pairs = [
        ["dog", "walking"]: 20, ["dogs", "walking"]: 3, ["care", "home"]: 40, ["car", "pet"]: 0,
        ["team", "leader"]: 12,
    ]

    private func corrected(_ text: String) -> Speller.Correction? {
        SpellerTests.speller.corrected(
            Typed(text), held: SpellerTests.held, together: { Self.pairs[[$0, $1]] ?? 0 })
    }

    @Test(
        "mends slips, words run together and split words, and leaves all else as it was typed",
        arguments: [
            ("Befreinding, pleas", "befriending, pleas"), ("musem", "museum"),
            ("dogwalking", "dog walking"), ("a carehome", "a care home"),
            ("book shop", "bookshop"), ("volun teering for dgos", "volunteering for dogs"),
            ("teamleader", "team leader"),
            ("\"musem\" gardning -dgos", "\"musem\" gardening -dgos"),
        ])
    func mends(typed: String, text: String) { #expect(corrected(typed)?.text == text) }

    @Test(
        "leaves alone what is known, what is short or has digits, and what is like nothing",
        arguments: [
            "volunteering gardening", "dgo", "museum1", "\"musem\"", "-musem", "", "zzzz yyyy", "team leader",
            "care home",
            "\"book shop\"", "thepet", "2dogs", "日本",
        ])
    func leaves(typed: String) { #expect(corrected(typed) == nil) }

    @Test("says which word became which")
    func changes() throws {
        let changes = try #require(corrected("the dogwalking musem book shop")).changes
        #expect(changes.map(\.words) == [1..<2, 2..<3, 3..<5])
        #expect(changes.map(\.typed) == [["dogwalking"], ["musem"], ["book", "shop"]])
        #expect(changes.map(\.meant) == [["dog", "walking"], ["museum"], ["bookshop"]])
    }

    @Test("is nothing more to correct")
    func again() throws {
        let text = try #require(corrected("dogwalking gardning book shop")).text
        #expect(corrected(text) == nil)
    }

    @Test("prefers one slip that more documents bear out to two words")
    func slipOrSpace() {
        let counts = ["team": 9, "leader": 9, "teamleaders": 7]
        let speller = Speller(
            counts.sorted { $0.key < $1.key }.map { (word: $0.key, documents: $0.value) }, documents: 100)
        func text(together: Int) -> String? {
            speller.corrected(Typed("teamleader"), held: { counts[$0] ?? 0 }, together: { _, _ in together })?.text
        }
        #expect(text(together: 8) == "team leader")
        #expect(text(together: 7) == "teamleaders")
        #expect(text(together: 0) == "teamleaders")
    }
}
