import Testing

@testable import TextSearch

struct FinderTests {
    private let finder: Finder

    init() throws {
        let synonyms = Synonyms(
            [.init(["befriending", "companionship"], kin: ["lonely"]), .init(["tip", "recycling centre"])],
            stem: Porter2.stem)
        let small = try SmallIndex([
            ("Befriender", "Visit an older person who is on their own"),
            ("Companionship by telephone", "Call someone each week"),
            ("Dog walker", "Walk the dogs of people in hospital; children's wards too"),
            ("Food bank driver", "Drive parcels from the bank of food to homes"),
            ("Bank clerk", "Count coins for a charity that gives food"),
            ("Gardener", "Dig with us"), ("Gardeners", "Dig"),
        ])
        finder = Finder(small.index, language: Language(synonyms: synonyms))
    }

    private func rows(_ text: String, isCorrecting: Bool = true) -> [Int] {
        finder.best(10, of: finder.understand(text, isCorrecting: isCorrecting)).map {
            finder.index.row(of: $0.document)
        }
    }

    @Test func `another word for it is found behind the word itself`() {
        #expect(rows("befriending") == [10, 20])
    }

    @Test func `a slip is mended, and left alone on request`() {
        #expect(rows("gardner") == rows("gardener"))
        #expect(finder.understand("gardner").correction?.changes.first?.typed == ["gardner"])
        #expect(rows("gardner", isCorrecting: false).isEmpty)
    }

    @Test func `words that hold a question together are not looked for, unless nothing else was said`() {
        #expect(rows("I want to walk with the dogs").first == 30)
        #expect(finder.understand("what can I do").wanted.ideas.count == 4)
    }

    @Test func `the form typed decides between equals`() {
        #expect(rows("gardeners").first == 70)
        #expect(rows("gardener").first == 60)
    }

    @Test func `two words that have another spelling as one are left as they are`() throws {
        let small = try SmallIndex([("Driver", "food for people"), ("Clerk", "a bank")])
        let synonyms = Synonyms([.init(["food bank", "foodbank"])], stem: Porter2.stem)
        let finder = Finder(small.index, language: Language(synonyms: synonyms))
        #expect(finder.understand("food bank").correction == nil)
        #expect(Finder(small.index, language: Language()).understand("foodd").correction?.text == "food")
    }

    @Test func `words in quotes stand side by side`() {
        #expect(rows("\"food bank\"") == [40])
    }

    @Test func `words in quotes that stand nowhere side by side are looked for apart, and it is said`() {
        let understood = finder.understand("\"food clerk\"")
        #expect(understood.isApart)
        #expect(rows("\"food clerk\"").first == 50)
    }

    @Test func `a phrase that means the same counts where its words stand together`() throws {
        let synonyms = Synonyms([.init(["homeless", "rough sleeping"])], stem: Porter2.stem)
        let small = try SmallIndex([
            ("Sleeping bags", "The sea is rough here, and rough sailors are sleeping by the sea"),
            ("Night round", "Bring tea to those who are rough sleeping"),
            ("Clerk", "Count coins"), ("Gardener", "Dig with us"),
        ])
        let finder = Finder(small.index, language: Language(synonyms: synonyms))
        let hits = finder.best(10, of: finder.understand("homeless"))
        #expect(hits.map { finder.index.row(of: $0.document) } == [20, 10])
    }

    @Test func `one word of a phrase that means the same finds nothing by itself`() throws {
        let synonyms = Synonyms([.init(["elderly", "older people"])], stem: Porter2.stem)
        let small = try SmallIndex([
            ("Clerk", "Count coins for people"), ("Driver", "Take older people to lunch"),
            ("Visitor", "Visit the elderly"), ("Gardener", "Dig with people"),
        ])
        let finder = Finder(small.index, language: Language(synonyms: synonyms))
        let wanted = finder.understand("elderly").wanted
        #expect(finder.best(10, of: finder.understand("elderly")).map(\.document) == [2, 1])
        #expect(finder.index.count(of: wanted, upTo: 10).count == 2)
        #expect(finder.index.matches(of: wanted).count == 2)
    }

    @Test func `a slip is mended to a word that only the synonyms know`() throws {
        let synonyms = Synonyms([.init(["allotment", "vegetables"])], stem: Porter2.stem)
        let small = try SmallIndex([("Plot", "Grow vegetables"), ("Clerk", "Count coins")])
        let finder = Finder(small.index, language: Language(synonyms: synonyms))
        let understood = finder.understand("allotmetn")
        #expect(understood.correction?.text == "allotment")
        #expect(finder.best(10, of: understood).map(\.document) == [0])
    }

    @Test func `"it" is for computers in a few words, and nothing in a sentence`() {
        #expect(finder.understand("it support", isCorrecting: false).wanted.ideas.map(\.word) == ["it", "support"])
        let sentence = finder.understand("how much time does it take", isCorrecting: false)
        #expect(!sentence.wanted.ideas.contains { $0.word == "it" })
        let capitals = finder.understand("support with IT for older people", isCorrecting: false)
        #expect(capitals.wanted.ideas.contains { $0.word == "it" })
    }

    @Test func `what follows a minus is left out, a phrase as a phrase`() {
        #expect(rows("bank -clerk") == [40])
        #expect(rows("bank -\"food bank\"") == [50])
    }

    @Test func `an apostrophe makes no other word`() {
        #expect(rows("children") == [30])
        #expect(rows("children's") == [30])
        #expect(rows("can't dig").first == 70)
    }

    @Test func `the beginning of a word finds the words it may become`() {
        let understood = finder.understand("foo", isAsYouType: true)
        #expect(finder.best(10, of: understood).map { finder.index.row(of: $0.document) } == [40, 50])
        #expect(finder.understand("foo ", isAsYouType: true).wanted.ideas.map(\.word) == ["foo"])
    }

    @Test func `more words than can be looked for are those that tell most`() {
        let many = (0..<90).map { "unheard\($0)" }.joined(separator: " ") + " dog"
        #expect(finder.understand(many, isCorrecting: false).wanted.ideas.contains { $0.word == "dog" })
    }

    @Test(arguments: ["", " ", "\"", "-", "🎉", "\0", "-dog", "\"\"", String(repeating: "a", count: 100_000)])
    func `nothing to look for finds nothing`(text: String) {
        #expect(rows(text, isCorrecting: false).isEmpty)
    }
}
