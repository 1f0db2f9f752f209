import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct WritingTests {
    @Test("A reflection saved half-done is there again, its stages in any order")
    func halfDone() async throws {
        try await withJournal { open in
            let begun = try await open.begun("A plan first", words: ["plan": "Ask Ana to observe me."])
            open.clock.advance(days: 2)
            let draft = try Reflection.Draft(
                title: "A plan first", words: ["plan": "Ask Ana to observe me.", "assess": "I rush."])
            let saving = try await open.journal.save(draft, of: begun.id, by: open.owner, over: begun.version)
            let saved = try #require(saving?.saved)
            #expect(saved.words == ["learn": "", "reflect": "", "assess": "I rush.", "plan": "Ask Ana to observe me."])
            #expect((begun.version, saved.version) == (1, 2))
            #expect((saved.begun, saved.saved) == (begun.begun, begun.begun + 2 * 86_400))
            let again = try Journal(folder: open.folder, world: open.clock.world)
            #expect(try await again.reading(of: begun.id, by: open.owner)?.reflection == saved)
        }
    }

    @Test("A reflection remembers where it began, through every save")
    func origin() async throws {
        try await withJournal { open in
            let origin = try #require(Reflection.Origin(title: "Befriender, Bristol", path: "/opportunities/abc"))
            let saving = try await open.journal.begin(
                try .init(title: "Befriending", words: [:]), by: open.owner, key: open.key(), origin: origin)
            let begun = try #require(saving.saved)
            let later = try await open.journal.save(
                try .init(title: "A year of befriending", words: [:]), of: begun.id, by: open.owner, over: 1)
            #expect(later?.saved?.origin == origin)
        }
    }

    @Test("A form sent twice begins one reflection")
    func repeated() async throws {
        try await withJournal { open in
            let (draft, key) = (try Reflection.Draft(title: "Once", words: [:]), open.key())
            let first = try await open.journal.begin(draft, by: open.owner, key: key)
            #expect(try await open.journal.begin(draft, by: open.owner, key: key) == first)
            #expect(try await open.journal.reflections(of: open.owner).count == 1)
        }
    }

    @Test("A form sent twice with other words keeps what is stored and hands both back")
    func repeatedOtherwise() async throws {
        try await withJournal { open in
            let key = open.key()
            let first = try await open.journal.begin(
                try .init(title: "Once", words: ["learn": "Before"]), by: open.owner, key: key)
            let other = try Reflection.Draft(title: "Once", words: ["learn": "After going back"])
            let second = try await open.journal.begin(other, by: open.owner, key: key)
            #expect(second == .conflict(yours: other, stored: try #require(first.saved)))
        }
    }

    @Test("Another person's key begins their own reflection and shows nothing")
    func foreignKey() async throws {
        try await withJournal { open in
            let (draft, key) = (try Reflection.Draft(title: "Mine", words: [:]), open.key())
            let mine = try await open.journal.begin(draft, by: open.owner, key: key)
            let theirs = try await open.journal.begin(draft, by: open.stranger, key: key)
            #expect(mine.saved?.id != theirs.saved?.id)
            #expect(theirs.saved?.owner == open.stranger)
        }
    }

    @Test("Saving over a newer version keeps both texts")
    func conflict() async throws {
        try await withJournal { open in
            let begun = try await open.begun()
            let desk = try Reflection.Draft(title: "In the chair", words: ["learn": "Typed at the desk"])
            let phone = try Reflection.Draft(title: "In the chair", words: ["learn": "Typed on the phone"])
            let first = try await open.journal.save(desk, of: begun.id, by: open.owner, over: 1)
            let stored = try #require(first?.saved)
            let second = try await open.journal.save(phone, of: begun.id, by: open.owner, over: 1)
            #expect(second == .conflict(yours: phone, stored: stored))
            #expect(try await open.journal.reading(of: begun.id, by: open.owner)?.reflection == stored)

            let settled = try await open.journal.save(phone, of: begun.id, by: open.owner, over: stored.version)
            #expect(settled?.saved?.words["learn"] == "Typed on the phone")
            #expect(settled?.saved?.version == 3)
        }
    }

    @Test("The same save sent twice is no conflict and makes no new version")
    func savedTwice() async throws {
        try await withJournal { open in
            let begun = try await open.begun()
            let draft = try Reflection.Draft(title: "In the chair", words: [:])
            let first = try await open.journal.save(draft, of: begun.id, by: open.owner, over: 1)
            open.clock.advance(minutes: 1)
            #expect(try await open.journal.save(draft, of: begun.id, by: open.owner, over: 1) == first)
            #expect(first?.saved?.version == 2)
        }
    }

    @Test("Two windows saving at once: one is kept, one is told, nothing is mixed")
    func race() async throws {
        try await withJournal { open in
            let begun = try await open.begun()
            let outcomes = try await withThrowingTaskGroup(of: Saving?.self) { group in
                for window in 1...8 {
                    group.addTask {
                        let words = Dictionary(uniqueKeysWithValues: begun.words.keys.map { ($0, "window \(window)") })
                        return try await open.journal.save(
                            try .init(title: "Window \(window)", words: words), of: begun.id, by: open.owner, over: 1)
                    }
                }
                return try await group.reduce(into: [Saving]()) { if let saving = $1 { $0.append(saving) } }
            }
            #expect(outcomes.count == 8)
            #expect(outcomes.compactMap(\.saved).count == 1)
            let stored = try #require(try await open.journal.reading(of: begun.id, by: open.owner)?.reflection)
            #expect(Set(stored.words.values) == [stored.title.lowercased()])
        }
    }

    @Test(
        "Hostile text comes back as it was typed",
        arguments: [
            "<script>alert(1)</script>", "'; DROP TABLE reflection; --", "{{{title}}} {{>layout}}", "c++ can't \"",
            "👩🏽‍🤝‍👨🏻 é e\u{301} ﷽", "\u{202E}right to left", "%00 %s \\u0000 \\", "NULL", "a\tb\n\n  c",
        ])
    func hostile(text: String) async throws {
        try await withJournal { open in
            let begun = try await open.begun("Title", words: ["learn": text])
            let stored = try #require(try await open.journal.reading(of: begun.id, by: open.owner))
            #expect(Array(stored.reflection.words["learn", default: ""].utf8) == Array(text.utf8))
        }
    }

    @Test("Text after a NUL is kept, and a browser's line ends become plain ones")
    func controls() async throws {
        try await withJournal { open in
            let begun = try await open.begun("Title", words: ["learn": "one\u{0}two\r\nthree\rfour"])
            #expect(begun.words["learn"] == "onetwo\nthree\nfour")
        }
    }

    @Test("The longest text that the rules allow is kept whole")
    func longest() async throws {
        try await withJournal { open in
            let text = String(repeating: "é👍", count: 10_000)
            let title = String(repeating: "ß", count: 200)
            let begun = try await open.begun(title, words: ["learn": text, "plan": text])
            #expect(begun.title == title)
            #expect(begun.words["plan"] == text)
        }
    }
}
