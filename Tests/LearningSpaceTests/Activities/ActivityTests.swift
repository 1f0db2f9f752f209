import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct ActivityTests {
    static let typed = [
        "title": "Listening better", "kind": "course", "first": "2026-03-01", "last": "2026-03-03", "amount": "1.5",
        "unit": "hours", "about": "Three evenings.", "outcome": "I wait longer.", "provider": "Larkfield",
        "ethics": "yes",
    ]

    @Test("An activity is kept as it was typed, once, and its owner's alone")
    func kept() async throws {
        try await withJournal { open in
            try await open.journal.set(try .init("Ethical behaviour\nTeaching"), of: open.owner)
            let own = try await open.journal.responsibilities(of: open.owner)
            let draft = try Activity.Draft(Self.typed, responsibilities: own.map(\.id))
            let key = open.key()
            let id = try await open.journal.record(draft, by: open.owner, key: key)
            #expect(try await open.journal.record(draft, by: open.owner, key: key) == id)
            let stored = try #require(try await open.journal.activity(id, of: open.owner))
            #expect(stored.draft == draft)
            #expect(stored.draft.amount?.typed == "1.5")
            #expect(try await open.journal.activity(id, of: open.peer) == nil)
            #expect(try await open.journal.save(draft, of: id, by: open.peer, over: 1) == nil)
            #expect(try await open.journal.beginReflection(on: id, by: open.peer, key: open.key()) == nil)
            #expect(try await open.journal.erase(activity: id, by: open.peer) == false)
            #expect(try await open.journal.erase(activity: id, by: open.owner))
        }
    }

    @Test("Where two windows disagree neither text is lost; the same text again is no conflict")
    func conflict() async throws {
        try await withJournal { open in
            let first = try Activity.Draft(Self.typed, responsibilities: [])
            let id = try await open.journal.record(first, by: open.owner, key: open.key())
            let one = try Activity.Draft(Self.typed.with("outcome", "One"), responsibilities: [])
            let two = try Activity.Draft(Self.typed.with("outcome", "Two"), responsibilities: [])
            #expect(try await open.journal.save(one, of: id, by: open.owner, over: 1) == .saved(id))
            #expect(try await open.journal.save(one, of: id, by: open.owner, over: 1) == .saved(id))
            let stored = try #require(try await open.journal.activity(id, of: open.owner))
            #expect(stored.version == 2)
            #expect(try await open.journal.save(two, of: id, by: open.owner, over: 1) == .conflict(stored: stored))
            #expect(try await open.journal.save(two, of: id, by: open.owner, over: 2) == .saved(id))
        }
    }

    @Test("A year holds what touched it, and the years named are those in which something went on")
    func years() async throws {
        try await withJournal { open in
            for (title, first, last) in [
                ("Over new year", "2025-12-30", "2026-01-02"), ("Spring", "2026-03-01", ""),
                ("Long", "2023-05-01", "2024-02-01"),
            ] {
                let typed = Self.typed.with("title", title).with("first", first).with("last", last)
                _ = try await open.journal.record(
                    try Activity.Draft(typed, responsibilities: []), by: open.owner, key: open.key())
            }
            func titles(_ year: Int) async throws -> [String] {
                try await open.journal.activities(of: open.owner, in: year).map(\.draft.title)
            }
            #expect(try await titles(2026) == ["Spring", "Over new year"])
            #expect(try await titles(2025) == ["Over new year"])
            #expect(try await titles(2024) == ["Long"])
            #expect(try await titles(2022).isEmpty)
            #expect(try await open.journal.yearsOfActivity(of: open.owner) == [2026, 2025, 2024, 2023])
            #expect(try await open.journal.yearsOfActivity(of: open.peer).isEmpty)
        }
    }

    @Test(
        "A responsibility that keeps its name keeps its activities; one left out goes from them, and another's is none")
    func responsibilities() async throws {
        try await withJournal { open in
            try await open.journal.set(try .init("Ethics\n\n Teaching \nEthics"), of: open.owner)
            try await open.journal.set(try .init("Ethics"), of: open.peer)
            let own = try await open.journal.responsibilities(of: open.owner)
            #expect(own.map(\.name) == ["Ethics", "Teaching"])
            let foreign = try await open.journal.responsibilities(of: open.peer).map(\.id)
            let draft = try Activity.Draft(Self.typed, responsibilities: own.map(\.id) + foreign)
            let id = try await open.journal.record(draft, by: open.owner, key: open.key())
            try await open.journal.set(try .init("Research\nEthics"), of: open.owner)
            let stored = try await open.journal.activity(id, of: open.owner)
            #expect(stored?.draft.responsibilities == [own[0].id])
            #expect(try await open.journal.responsibilities(of: open.owner).map(\.name) == ["Research", "Ethics"])
            let most = (0..<21).map(String.init).joined(separator: "\n")
            #expect(throws: Invalid("responsibilities", "There can be 20: leave 1 out.")) {
                try Responsibility.Draft(most)
            }
        }
    }

    @Test("A reflection on an activity is begun once and found from either side; a leaver leaves neither")
    func reflectedOn() async throws {
        try await withJournal { open in
            let draft = try Activity.Draft(Self.typed, responsibilities: [])
            let id = try await open.journal.record(draft, by: open.owner, key: open.key())
            let key = open.key()
            let begun = try #require(try await open.journal.beginReflection(on: id, by: open.owner, key: key))
            #expect(try await open.journal.beginReflection(on: id, by: open.owner, key: key) == begun)
            let activity = try #require(try await open.journal.activity(reflectedOnBy: begun, of: open.owner))
            #expect(activity.id == id)
            #expect(activity.reflections.map(\.title) == ["Listening better"])
            #expect(try await open.journal.activity(reflectedOnBy: begun, of: open.peer) == nil)
            #expect(try await open.journal.daysOfReflection(of: open.owner, in: 2026) == [open.today])
            #expect(try await open.journal.daysOfReflection(of: open.owner, in: 2025).isEmpty)
            try await open.journal.erase(everythingOf: open.owner)
            #expect(try await open.journal.activities(of: open.owner).isEmpty)
            #expect(try await open.journal.responsibilities(of: open.owner).isEmpty)
        }
    }

    @Test(
        "What is wrong is said of its field",
        arguments: [
            (["title": ""], "title"), (["title": "\u{2060}"], "title"), (["kind": "rest"], "kind"),
            (["first": "spring"], "first"),
            (["first": "2026-02-30"], "first"), (["last": "later"], "last"), (["last": "2026-02-01"], "last"),
            (["last": "2036-02-01"], "last"), (["amount": "some"], "amount"), (["amount": "0"], "amount"),
            (["amount": "-1"], "amount"), (["amount": "1.234"], "amount"), (["amount": "10001"], "amount"),
            (["amount": "1.2.3"], "amount"), (["amount": "."], "amount"), (["amount": "1", "unit": "miles"], "amount"),
            (["amount": "٣"], "amount"), (["about": String(repeating: "x", count: 4_001)], "about"),
        ] as [([String: String], String)])
    func refused(changed: [String: String], field: String) {
        do throws(InvalidFields) {
            _ = try Activity.Draft(Self.typed.merging(changed, uniquingKeysWith: { $1 }), responsibilities: [])
            Issue.record("\(changed) was taken")
        } catch { #expect(error.all.map(\.field) == [field]) }
    }

    @Test(
        "Amounts are exact, with a point or a comma",
        arguments: [
            ("2", 200, "2"), ("1.5", 150, "1.5"), ("0,25", 25, "0.25"), ("7.05", 705, "7.05"),
            ("10000", 1_000_000, "10000"),
        ])
    func amounts(typed: String, hundredths: Int, again: String) throws {
        let draft = try Activity.Draft(Self.typed.with("amount", typed), responsibilities: [])
        #expect(draft.amount?.hundredths == hundredths)
        #expect(draft.amount?.typed == again)
    }
}

extension [String: String] {
    fileprivate func with(_ key: String, _ value: String) -> [String: String] {
        merging([key: value], uniquingKeysWith: { $1 })
    }
}
