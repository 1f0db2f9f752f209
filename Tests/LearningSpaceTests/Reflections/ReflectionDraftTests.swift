import LearningSpace
import Storage
import Testing

@Suite struct ReflectionDraftTests {
    @Test("The cycle has the four stages in their order, each with prompts")
    func cycle() {
        #expect(ReflectionModel.cycle.stages.map(\.title) == ["Learn", "Reflect", "Assess", "Plan"])
        #expect(ReflectionModel.cycle.stages.allSatisfy { $0.prompts.count == 2 })
    }

    @Test("A title alone is enough: every stage may wait")
    func titleAlone() throws {
        let draft = try Reflection.Draft(title: "  Induction \n week ", words: [:])
        #expect(draft.title == "Induction   week")
        #expect(draft.stages.map(\.words) == ["", "", "", ""])
    }

    @Test(
        "A title that nobody can see is refused with a sentence",
        arguments: ["", "   ", "\n\t", "\u{0}", "\u{200B}\u{200D}"])
    func titleMissing(title: String) {
        let refusal = #expect(throws: InvalidFields.self) { try Reflection.Draft(title: title, words: [:]) }
        #expect(refusal?.all == [Invalid("title", "Give your reflection a title: a few words to find it by.")])
    }

    @Test("Each field that is too long has its own sentence, in the order of the form")
    func tooLong() {
        let refusal = #expect(throws: InvalidFields.self) {
            try Reflection.Draft(
                title: String(repeating: "t", count: 201),
                words: ["plan": String(repeating: "p", count: 20_431), "learn": String(repeating: "l", count: 20_000)])
        }
        #expect(
            refusal?.all == [
                Invalid("title", "The title is 201 characters long and can be at most 200: shorten it by 1."),
                Invalid("plan", "“Plan” is 20,431 characters long and can be at most 20,000: shorten it by 431."),
            ])
    }

    @Test("One letter under a thousand accents is counted as it is stored")
    func accents() {
        let tower = "e" + String(repeating: "\u{301}", count: 1_000)
        #expect(throws: InvalidFields.self) { try Reflection.Draft(title: tower, words: [:]) }
    }

    @Test(
        "A reflection begins from a page of this site or from none",
        arguments: [
            ("/opportunities/0123", true), ("/questions/9?from=space", true),
            ("", false), ("opportunities", false), ("//example.org", false), ("/\\example.org", false),
            ("https://example.org/", false), ("javascript:alert(1)", false), ("/a b", false), ("/a\u{0}", false),
            ("/" + String(repeating: "a", count: 300), false),
        ])
    func origin(path: String, isFit: Bool) {
        #expect((Reflection.Origin(title: "Befriender, Bristol", path: path) != nil) == isFit)
    }

    @Test("An origin has a title to show", arguments: [" ", String(repeating: "a", count: 301)])
    func originTitle(title: String) {
        #expect(Reflection.Origin(title: title, path: "/opportunities/1") == nil)
    }
}
