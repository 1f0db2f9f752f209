import Storage
import Testing

@testable import Questions

@Suite struct TopicsAndExpertsTests {
    @Test(
        "A topic has a name with letters in it, and a link made from it",
        arguments: [
            (" HR and Psychometrics ", "hr-and-psychometrics" as String?), ("Tax & accounts", "tax-accounts"),
            ("C++", "c"), ("", nil), ("!!!", nil),
            (String(repeating: "n", count: 60), String(repeating: "n", count: 60)),
            (String(repeating: "n", count: 61), nil), ("e" + String(repeating: "e\u{301}", count: 40), nil),
        ])
    func names(typed: String, slug: String?) {
        #expect((try? Topic(name: typed, about: ""))?.slug == slug)
    }

    @Test(
        "Every topic that is taken can be kept",
        arguments: ["a\u{0}b", "\u{0}abc", "a" + String(repeating: "e\u{301}", count: 29)])
    func kept(typed: String) async throws {
        try await withDesk { open in
            guard let topic = try? Topic(name: typed, about: "") else { return }
            try await open.desk.save(topic)
            #expect(try await open.desk.topics().last?.slug == topic.slug)
        }
    }

    @Test("Topics stand in the order they were added; the same link changes the words")
    func order() async throws {
        try await withDesk { open in
            try await open.desk.save(try Topic(name: "Accountancy", about: ""))
            try await open.desk.save(try Topic(name: "CAREERS", about: "New words."))
            let topics = try await open.desk.topics()
            #expect(topics.map(\.name) == ["CAREERS", "Small business", "Accountancy"])
            #expect(topics.first?.about == "New words.")
        }
    }

    @Test("A topic somebody asked under stays, open or published")
    func removal() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            #expect(try await open.desk.removeTopic("careers") == false)
            try await open.decline(id)
            #expect(try await open.desk.removeTopic("careers") == false)
            #expect(try await open.desk.removeTopic("small-business"))
            #expect(try await open.desk.topics().map(\.slug) == ["careers"])
            #expect(try await open.desk.experts().first { $0.id == open.desmond }?.topics.isEmpty == true)
        }
    }

    @Test("Experts are shown with what they say of themselves and their topics, in the topics' order")
    func experts() async throws {
        try await withDesk { open in
            let profile = try Expert.Profile(
                headline: " Adviser ", about: "Two\r\nlines", topics: ["small-business", "nonsense", "careers"])
            try await open.desk.save(profile, of: open.nerys)
            let nerys = try #require(try await open.desk.experts().first { $0.id == open.nerys })
            #expect(nerys.headline == "Adviser")
            #expect(nerys.about == "Two\nlines")
            #expect(nerys.topics.map(\.slug) == ["careers", "small-business"])
        }
    }

    @Test("When an expert leaves, what they hold goes back to the queue, and decisions made before are stale")
    func leaving() async throws {
        try await withDesk { open in
            let held = try await open.assign(try await open.asked("How do I become a supervisor?").id)
            let answered = try await open.asked("How do I set my first price?").id
            try await open.assign(answered)
            try await open.answer(answered)
            try await open.desk.removeExpert(open.nerys)
            #expect(try await open.now(held.id).step == .received)
            await #expect(throws: Desk.Refusal.changedMeanwhile) {
                try await open.desk.decline(held.id, reason: "No.", version: held.version, by: open.yasmin)
            }
            // An answer that is written is not lost.
            #expect(try await open.release(answered).step == .published)
            #expect(try await open.desk.experts().map(\.id) == [open.desmond])
        }
    }

    @Test(
        "A profile that is too long or empty is refused by field",
        arguments: [("", 0, "headline"), ("h", 1_001, "about")])
    func profiles(headline: String, about: Int, field: String) {
        let error = #expect(throws: InvalidFields.self) {
            try Expert.Profile(headline: headline, about: String(repeating: "a", count: about), topics: [])
        }
        #expect(error?.all.map(\.field) == [field])
    }
}
